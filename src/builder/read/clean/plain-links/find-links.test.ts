import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { doubleWork } from '#testing/count-work.ts'
import { findLinks } from './find-links.ts'

const links = (text: string) =>
  findLinks(text).flatMap((piece) => (piece.kind === 'link' ? [piece.url] : []))

test.each([
  [
    'a URL before a glued Chinese sentence',
    '訂閱https://youtu.be/AbCdEfGhIjK我們的頻道',
    ['https://youtu.be/AbCdEfGhIjK'],
  ],
  [
    'a URL before full-width punctuation',
    '见https://example.org/a?b=1，另见',
    ['https://example.org/a?b=1'],
  ],
  ['a URL before a full stop', 'Read https://example.org/a.', ['https://example.org/a']],
  [
    'a URL before punctuation and quotes',
    '(see "https://example.org/a!").',
    ['https://example.org/a'],
  ],
  ['a URL in parentheses', '(https://example.org/a)', ['https://example.org/a']],
  [
    'a URL with parentheses',
    'https://example.org/wiki/Tram_(town) x',
    ['https://example.org/wiki/Tram_(town)'],
  ],
  [
    'a URL with parentheses in parentheses',
    '(https://example.org/Tram_(town))',
    ['https://example.org/Tram_(town)'],
  ],
  [
    'two glued URLs',
    'https://example.org/ahttps://example.net/b',
    ['https://example.org/a', 'https://example.net/b'],
  ],
  [
    'a URL inside the path of an archive',
    'https://web.archive.org/web/2020/https://example.org/a',
    ['https://web.archive.org/web/2020/https://example.org/a'],
  ],
  [
    'a URL with its percent-encoding',
    'http://example.org//cn/%E4%B8%AD x',
    ['http://example.org//cn/%E4%B8%AD'],
  ],
  ['a scheme in capitals', 'HTTPS://Example.org/A', ['HTTPS://Example.org/A']],
  ['a URL before asterisks', 'https://example.org/a*****', ['https://example.org/a']],
  [
    'a URL before a drawn line',
    'https://youtu.be/GWi_4eeDde-----------Next',
    ['https://youtu.be/GWi_4eeDde'],
  ],
  [
    'a port and a query',
    'https://example.org:8080/a;b?c=d&e=f#g',
    ['https://example.org:8080/a;b?c=d&e=f#g'],
  ],
  [
    'two URLs glued with a slash between them',
    'https://example.org/park/https://example.net/b',
    ['https://example.org/park/', 'https://example.net/b'],
  ],
  [
    'three URLs, each glued to the next',
    'https://a.example/1http://b.example/2.htmlhttps://c.example/3#p=1--------',
    ['https://a.example/1', 'http://b.example/2.html', 'https://c.example/3#p=1'],
  ],
  [
    'a URL with a URL in its query',
    'https://example.org/share?u=https://example.net/b',
    ['https://example.org/share?u=https://example.net/b'],
  ],
  [
    'a URL before a parenthesized remark',
    'https://example.org/a(點此下載)',
    ['https://example.org/a'],
  ],
  ['a URL before a Chinese hashtag', 'https://example.org/a#港口', ['https://example.org/a']],
  [
    'a URL before an emoji',
    'https://example.org/a👉https://b.example',
    ['https://example.org/a', 'https://b.example'],
  ],
  [
    'a URL before a glued service name',
    'https://t.me/lampTelegram群：https://t.me/sea',
    ['https://t.me/lamp', 'https://t.me/sea'],
  ],
  [
    'a URL before a hashtag with a service name',
    'https://twitter.com/lamp404#Telegram：x',
    ['https://twitter.com/lamp404'],
  ],
  [
    'a URL before a service name glued on after a slash',
    'https://www.facebook.com/lamp/Twitter  https://twitter.com/lamp',
    ['https://www.facebook.com/lamp/', 'https://twitter.com/lamp'],
  ],
  [
    'a URL that contains a service name',
    'see https://example.org/my-Blog and https://example.org/Facebook now',
    ['https://example.org/my-Blog', 'https://example.org/Facebook'],
  ],
  [
    'a URL before a glued Western sentence',
    'https://example.org/lampFor a deeper look',
    ['https://example.org/lamp'],
  ],
  [
    'a URL before a glued label',
    'https://example.org/lampsQuestions: a@lamp.example',
    ['https://example.org/lamps', 'mailto:a@lamp.example'],
  ],
  [
    'a URL before a colon',
    'see https://example.org/LampHouse: it is big',
    ['https://example.org/LampHouse'],
  ],
  [
    'a URL before a glued label and another URL',
    'https://apple.example/30EcpAndroid:https://b.example/a',
    ['https://apple.example/30Ecp', 'https://b.example/a'],
  ],
  ['a URL before a dash', 'https://example.org/a/-見', ['https://example.org/a/']],
  [
    'a URL that ends with a dash',
    'https://youtu.be/AbCdEfGhIj-見',
    ['https://youtu.be/AbCdEfGhIj-'],
  ],
  [
    'nothing in a truncated URL',
    'https://example.org/abcdefghijklmnopq ... https://example.org/abcdefghijklmnopq...Next',
    [],
  ],
  [
    'a URL with capitals',
    'see https://example.org/LampHouse and go',
    ['https://example.org/LampHouse'],
  ],
  [
    'a short video URL by the length of its id',
    'https://youtu.be/AbCdEfGhIjKIf you missed it',
    ['https://youtu.be/AbCdEfGhIjK'],
  ],
  [
    'a watch URL before a number',
    'https://www.youtube.com/watch?v=AbCdEfGhIjK30歲',
    ['https://www.youtube.com/watch?v=AbCdEfGhIjK'],
  ],
  [
    'a channel URL before a glued word',
    'https://www.youtube.com/channel/UCAbCdEfGhIjKlMnOpQrStUvWJoin me',
    ['https://www.youtube.com/channel/UCAbCdEfGhIjKlMnOpQrStUv'],
  ],
  [
    'a domain before a glued name',
    'https://lamp.blogspot.comTwitter：@lamp',
    ['https://lamp.blogspot.com'],
  ],
  ['a host with www. but no scheme', '見www.example.org。', ['http://www.example.org']],
  ['a known host with a path but no scheme', '見bit.ly/3abcDEF訂閱', ['https://bit.ly/3abcDEF']],
  ['no known host without a path', 'the host bit.ly and youtu.be/ and my.bit.ly/x', []],
  ['no word after a sentence that lacks its space', 'that is true.Welcome to 1.8GM and p.11', []],
  [
    'an internationalized host',
    '見https://台灣例子.tw/a，或 https://müller.example/',
    ['https://xn--fsqx0i4vhssx.tw/a', 'https://xn--mller-kva.example/'],
  ],
  [
    'a host with an internationalized top-level domain',
    'http://пример.рф/a',
    ['http://xn--e1afmkfd.xn--p1ai/a'],
  ],
  [
    'an ASCII host before Chinese text with a dot',
    'https://example.org港口.tw',
    ['https://example.org'],
  ],
  ['an e-mail address', '寫信給a.b-c@lamp.example.com。', ['mailto:a.b-c@lamp.example.com']],
  [
    'an e-mail address before a glued name',
    '524@qq.exampleFollow me, 524@lamp.comPayPal支付',
    ['mailto:524@qq.exampleFollow', 'mailto:524@lamp.com'],
  ],
  ['no handle', '@lamp lamp@ a@b @a.b', []],
  ['nothing without a host', 'https:// and https://x and http://', []],
  ['nothing with a user name before the host', 'https://example.org@attacker.example/', []],
  ['nothing with another scheme', 'javascript:alert(1) ftp://example.org data:text/html,x', []],
  ['nothing in plain text', '**************************', []],
])('finds %s', (_, text, urls) => {
  expect(links(text)).toEqual(urls)
})

test('keeps every character of the text', () => {
  const part = fc.constantFrom(
    'https://',
    'http://a.example/',
    '中文',
    ')',
    '(',
    '.',
    '*',
    'x',
    '/',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const text = parts.join('')
      expect(
        findLinks(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }),
  )
})

test.each([
  ['stars', (length: number) => '*'.repeat(length)],
  ['schemes', (length: number) => 'https://'.repeat(length / 8)],
  [
    'brackets',
    (length: number) => `https://example.org/${'('.repeat(length / 2)}${')'.repeat(length / 2)}`,
  ],
  ['closing brackets', (length: number) => `https://example.org/${')'.repeat(length)}`],
  ['addresses', (length: number) => 'https://example.org/a '.repeat(length / 22)],
])('S20 reads a million characters of %s, twice as many with twice the work', (_, toText) => {
  expect(doubleWork(50_000, (length) => findLinks(toText(length)))).toBeLessThan(2.5)
  const text = toText(1_000_000)
  expect(
    findLinks(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text)
})
