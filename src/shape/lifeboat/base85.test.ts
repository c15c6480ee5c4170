import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeBase85, toBase85Bytes } from './base85.ts'

const toText = (bytes: Uint8Array) => new TextDecoder().decode(toBase85Bytes(bytes))

test('any bytes come back, five characters for four of them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const text = toText(bytes)
      expect(text.length).toBe(Math.ceil((bytes.length * 5) / 4))
      expect(decodeBase85(text)).toEqual(bytes)
    }),
  )
})

test('L3 no character ends an element, an attribute or a text', () => {
  const all = toText(Uint8Array.from({ length: 4_000 }, (_, at) => (at * 7_919) & 255))
  expect(all).not.toMatch(/[\s<>&"'`\\]|[^\x21-\x7e]/)
})

test.each([
  ['a character of its own', '0123<'],
  ['a letter that is not of ASCII', '0123ä'],
  ['a group of one character', '012340'],
  ['a group of more than four bytes', '~~~~~'],
])('%s is refused', (_, text) => {
  expect(() => decodeBase85(text)).toThrow(RangeError)
})
