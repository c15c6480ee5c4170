import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BitReader } from './bit-reader.ts'
import { BitWriter } from './bit-writer.ts'
import { ByteWriter } from './byte-writer.ts'
import { SearchFormatError } from './search-format-error.ts'
import {
  countSeparatorBits,
  readSeparator,
  toSeparator,
  writeSeparator,
} from './separator-coding.ts'

const term = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0, 0x61, 0x4e00, 0xffff)), {
    minLength: 1,
    maxLength: 6,
  })
  .map((units) => String.fromCharCode(...units))
const ascending = fc.uniqueArray(term, { minLength: 2 }).map((terms) => terms.toSorted())

function toBytes(write: (bits: BitWriter) => void): Uint8Array {
  const bits = new BitWriter()
  const bytes = new ByteWriter()
  write(bits)
  bits.moveTo(bytes)
  return bytes.toBytes()
}

describe('a separator', () => {
  test.each([
    ['is one unit when the first units differ', 'bank', 'ferry', 'd'],
    ['ends in the unit with the most trailing zeros', '的工', '的年', '的\u5e00'],
    ['is the next term when nothing lies between', '的工', '的左', '的左'],
    ['ends in a zero unit when the term before is a prefix of the next', '台', '台湾', '台\u0000'],
    ['is one unit after all terms of a character', '台\uffff', '合影', '\u5400'],
  ])('%s', (_what, before, next, expected) => {
    expect(toSeparator(before, next)).toBe(expected)
  })

  test('is above the first term and not above the next', () => {
    fc.assert(
      fc.property(ascending, ([before = '', next = '']) => {
        const separator = toSeparator(before, next)
        expect(separator > before && separator <= next).toBe(true)
        expect(separator.length).toBeLessThanOrEqual(next.length)
      }),
    )
  })

  test('round-trips and takes as many bits as counted', () => {
    fc.assert(
      fc.property(ascending, (separators) => {
        let before = ''
        let counted = 0
        const bytes = toBytes((bits) => {
          for (const separator of separators) {
            writeSeparator(bits, separator, before)
            counted += countSeparatorBits(separator, before)
            before = separator
          }
        })
        expect(bytes).toHaveLength(Math.ceil(counted / 8))
        const bits = new BitReader(bytes)
        before = ''
        for (const separator of separators) {
          before = readSeparator(bits, before)
          expect(before).toBe(separator)
        }
        expect(bits.position).toBe(counted)
      }),
    )
  })

  test('read from arbitrary bits is above the one before it or an error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), term, (bytes, before) => {
        const separator = readOrNotice(bytes, before)
        expect(separator === 'noticed' || (separator > before && separator.length <= 64)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })
})

function readOrNotice(bytes: Uint8Array, before: string): string {
  try {
    return readSeparator(new BitReader(bytes), before)
  } catch (error) {
    if (error instanceof SearchFormatError) return 'noticed'
    throw error
  }
}
