import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { findLinks } from './find-links.ts'

const links = (text: string) =>
  findLinks(text).flatMap((piece) => (piece.kind === 'link' ? [piece.url] : []))

test.each([
  [
    'a Chinese sentence glued on',
    '訂閱https://youtu.be/AbCdEfGhIjK我們的頻道',
    ['https://youtu.be/AbCdEfGhIjK'],
  ],
  ['full-width punctuation', '见https://example.org/a?b=1，另见', ['https://example.org/a?b=1']],
  ['a full stop of the sentence', 'Read https://example.org/a.', ['https://example.org/a']],
  ['stops and quotes together', '(see "https://example.org/a!").', ['https://example.org/a']],
  ['a bracket around it', '(https://example.org/a)', ['https://example.org/a']],
  [
    'a bracket of its own',
    'https://example.org/wiki/Tram_(town) x',
    ['https://example.org/wiki/Tram_(town)'],
  ],
  [
    'a bracket of its own inside brackets',
    '(https://example.org/Tram_(town))',
    ['https://example.org/Tram_(town)'],
  ],
  [
    'two glued addresses',
    'https://example.org/ahttps://example.net/b',
    ['https://example.org/a', 'https://example.net/b'],
  ],
  [
    'an address inside an address',
    'https://web.archive.org/web/2020/https://example.org/a',
    ['https://web.archive.org/web/2020/https://example.org/a'],
  ],
  [
    'percent-encoding kept',
    'http://example.org//cn/%E4%B8%AD x',
    ['http://example.org//cn/%E4%B8%AD'],
  ],
  ['capitals in the scheme', 'HTTPS://Example.org/A', ['HTTPS://Example.org/A']],
  ['a row of stars after it', 'https://example.org/a*****', ['https://example.org/a']],
  [
    'a drawn line after it',
    'https://youtu.be/GWi_4eeDde-----------Next',
    ['https://youtu.be/GWi_4eeDde'],
  ],
  [
    'a port and a query',
    'https://example.org:8080/a;b?c=d&e=f#g',
    ['https://example.org:8080/a;b?c=d&e=f#g'],
  ],
  [
    'two addresses glued with a slash between',
    'https://example.org/park/https://example.net/b',
    ['https://example.org/park/', 'https://example.net/b'],
  ],
  [
    'three addresses, each glued to the next',
    'https://a.example/1http://b.example/2.htmlhttps://c.example/3#p=1--------',
    ['https://a.example/1', 'http://b.example/2.html', 'https://c.example/3#p=1'],
  ],
  [
    'an address in a query',
    'https://example.org/share?u=https://example.net/b',
    ['https://example.org/share?u=https://example.net/b'],
  ],
  ['a bracket that a remark opens', 'https://example.org/a(點此下載)', ['https://example.org/a']],
  ['a hash that leads a Chinese word', 'https://example.org/a#港口', ['https://example.org/a']],
  [
    'an emoji after it',
    'https://example.org/a👉https://b.example',
    ['https://example.org/a', 'https://b.example'],
  ],
  [
    'the name of a service glued on',
    'https://t.me/lampTelegram群：https://t.me/sea',
    ['https://t.me/lamp', 'https://t.me/sea'],
  ],
  [
    'a service that leads the next line with a hash',
    'https://twitter.com/lamp404#Telegram：x',
    ['https://twitter.com/lamp404'],
  ],
  [
    'a service in a folder’s place',
    'https://www.facebook.com/lamp/Twitter  https://twitter.com/lamp',
    ['https://www.facebook.com/lamp/', 'https://twitter.com/lamp'],
  ],
  [
    'a service that belongs to it',
    'see https://example.org/my-Blog and https://example.org/Facebook now',
    ['https://example.org/my-Blog', 'https://example.org/Facebook'],
  ],
  [
    'a western sentence glued on',
    'https://example.org/lampFor a deeper look',
    ['https://example.org/lamp'],
  ],
  [
    'a label glued on',
    'https://example.org/lampsQuestions: a@lamp.example',
    ['https://example.org/lamps', 'mailto:a@lamp.example'],
  ],
  [
    'a colon of the sentence',
    'see https://example.org/LampHouse: it is big',
    ['https://example.org/LampHouse'],
  ],
  [
    'a label and another address glued on',
    'https://apple.example/30EcpAndroid:https://b.example/a',
    ['https://apple.example/30Ecp', 'https://b.example/a'],
  ],
  ['a dash after it', 'https://example.org/a/-見', ['https://example.org/a/']],
  ['a dash of its own', 'https://youtu.be/AbCdEfGhIj-見', ['https://youtu.be/AbCdEfGhIj-']],
  [
    'nothing in an address that was shortened',
    'https://example.org/abcdefghijklmnopq ... https://example.org/abcdefghijklmnopq...Next',
    [],
  ],
  [
    'a name in capitals',
    'see https://example.org/LampHouse and go',
    ['https://example.org/LampHouse'],
  ],
  [
    'a video whose name has its length',
    'https://youtu.be/AbCdEfGhIjKIf you missed it',
    ['https://youtu.be/AbCdEfGhIjK'],
  ],
  [
    'a video of a watch page before a number',
    'https://www.youtube.com/watch?v=AbCdEfGhIjK30歲',
    ['https://www.youtube.com/watch?v=AbCdEfGhIjK'],
  ],
  [
    'a channel before a word',
    'https://www.youtube.com/channel/UCAbCdEfGhIjKlMnOpQrStUvWJoin me',
    ['https://www.youtube.com/channel/UCAbCdEfGhIjKlMnOpQrStUv'],
  ],
  [
    'a domain before a name',
    'https://lamp.blogspot.comTwitter：@lamp',
    ['https://lamp.blogspot.com'],
  ],
  ['a bare host of the web', '見www.example.org。', ['http://www.example.org']],
  ['a short host with its path', '見bit.ly/3abcDEF訂閱', ['https://bit.ly/3abcDEF']],
  ['no short host alone', 'the host bit.ly and youtu.be/ and my.bit.ly/x', []],
  ['no sentence that ends without a space', 'that is true.Welcome to 1.8GM and p.11', []],
  [
    'a host of other letters',
    '見https://台灣例子.tw/a，或 https://müller.example/',
    ['https://xn--fsqx0i4vhssx.tw/a', 'https://xn--mller-kva.example/'],
  ],
  [
    'a host with a domain of other letters',
    'http://пример.рф/a',
    ['http://xn--e1afmkfd.xn--p1ai/a'],
  ],
  ['a plain host before Chinese with a dot', 'https://example.org港口.tw', ['https://example.org']],
  ['an e-mail address', '寫信給a.b-c@lamp.example.com。', ['mailto:a.b-c@lamp.example.com']],
  [
    'an e-mail address before a name',
    '524@qq.exampleFollow me, 524@lamp.comPayPal支付',
    ['mailto:524@qq.exampleFollow', 'mailto:524@lamp.com'],
  ],
  ['no handle', '@lamp lamp@ a@b @a.b', []],
  ['nothing without a host', 'https:// and https://x and http://', []],
  ['nothing with a name before the host', 'https://example.org@attacker.example/', []],
  ['nothing of another scheme', 'javascript:alert(1) ftp://example.org data:text/html,x', []],
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
  ['stars', '*'.repeat(400_000)],
  ['schemes', 'https://'.repeat(50_000)],
  ['brackets', `https://example.org/${'('.repeat(200_000)}${')'.repeat(200_000)}`],
  ['closing brackets', `https://example.org/${')'.repeat(400_000)}`],
  ['addresses', 'https://example.org/a '.repeat(20_000)],
])('S20 reads 400,000 characters of %s in linear time', (_, text) => {
  const start = performance.now()
  findLinks(text)
  expect(performance.now() - start).toBeLessThan(1500)
})
