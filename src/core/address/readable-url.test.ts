import { assert, property, webUrl, string } from 'fast-check'
import { expect, test } from 'vitest'
import { toReadableUrl } from './readable-url.ts'

test.each([
  ['a path', 'https://e.example/%E4%B8%AD%E5%9B%BD/1', 'https://e.example/中国/1'],
  ['a query', 'https://e.example/?q=%E4%B8%AD', 'https://e.example/?q=中'],
  [
    'a path next to ASCII that has to stay',
    'https://e.example/a%20%E4%B8%AD%2F',
    'https://e.example/a%20中%2F',
  ],
  [
    'an address inside another',
    'https://w.example/*/http://e.example/%E4%B8%AD',
    'https://w.example/*/http://e.example/中',
  ],
])('writes %s in letters', (_, url, readable) => {
  expect(toReadableUrl(url)).toBe(readable)
  expect(new URL(readable).href).toBe(url)
})

test.each([
  ['digits that a parser would write in capitals', 'https://e.example/%e4%b8%ad'],
  ['bytes that are no UTF-8', 'https://e.example/%D6%D0'],
  ['spaces and marks that turn text around', 'https://e.example/%C2%A0%E2%80%AE'],
  ['letters that join the one before', 'https://e.example/a%CC%81'],
  ['what is no address', '%E4%B8%AD'],
  ['an address without escapes', 'https://e.example/a'],
])('leaves %s as written', (_, url) => {
  expect(toReadableUrl(url)).toBe(url)
})

test('any address is still the same address', () => {
  assert(
    property(webUrl(), string({ unit: 'grapheme' }), (url, text) => {
      const written = `${url}/${encodeURIComponent(text)}`
      expect(new URL(toReadableUrl(written)).href).toBe(new URL(written).href)
    }),
  )
})
