import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dataKinds,
  dataPath,
  fileHashPattern,
  searchBlockPath,
  toBase32,
  toFileHash,
  toHashBits,
} from './file-names.ts'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** Reference base32 that goes through one long string of bits. */
function toBase32ByBits(bytes: Uint8Array, length: number): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  let text = ''
  for (let at = 0; at + 5 <= bits.length && text.length < length; at += 5) {
    text += alphabet[Number.parseInt(bits.slice(at, at + 5), 2)]
  }
  return text
}

describe('base32', () => {
  test.each([
    ['f', 'm'],
    ['fo', 'mzx'],
    ['foo', 'mzxw'],
    ['fooba', 'mzxw6ytb'],
    ['foobar', 'mzxw6ytbo'],
  ])('of %s begins with %s', (text, expected) => {
    expect(toBase32(new TextEncoder().encode(text), 99)).toBe(expected)
  })

  test('agrees with the reference', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(70), (bytes, length) => {
        expect(toBase32(bytes, length)).toBe(toBase32ByBits(bytes, length))
      }),
    )
  })
})

test('a file hash is the beginning of a digest and part of a path', () => {
  const hash = toFileHash(createHash('sha256').update('x').digest())
  expect(hash).toMatch(fileHashPattern)
  expect(dataPath('timeline', hash)).toBe(`data/timeline/${hash}.json`)
  expect(dataPath('selections', hash)).toBe(`data/selections/${hash}.bin`)
  expect(dataPath('search', hash)).toBe(`data/search/${hash}.bin`)
  expect(searchBlockPath(hash, 12)).toBe(`data/search/${hash}/12.bin`)
})

test('B9 every data path is short and plain ASCII', () => {
  const hash = toFileHash(createHash('sha256').update('').digest())
  for (const kind of dataKinds) expect(dataPath(kind, hash)).toMatch(/^[a-z0-9/.]{1,60}$/)
})

test('the bits of a file hash convert back to it', () => {
  for (const text of ['x', '', 'archive']) {
    const digest = createHash('sha256').update(text).digest()
    const bits = toHashBits(toFileHash(digest))
    expect(bits).toHaveLength(17)
    expect(bits.subarray(0, 16)).toEqual(new Uint8Array(digest.subarray(0, 16)))
    // 130 bits: two of the last byte.
    expect(bits[16]).toBe((digest[16] ?? 0) & 0b1100_0000)
    expect(toFileHash(toHashBits(toFileHash(digest)))).toBe(toFileHash(digest))
  }
})
