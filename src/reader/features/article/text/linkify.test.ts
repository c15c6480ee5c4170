import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { linkifyText } from './linkify.ts'

const links = (text: string) =>
  linkifyText(text).flatMap((piece) => (piece.kind === 'link' ? [piece.url] : []))

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
        linkifyText(text)
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
  linkifyText(text)
  expect(performance.now() - start).toBeLessThan(1500)
})
