import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HashSet } from './hash-set.ts'
import { toSimhash, toTextFingerprint } from './text-fingerprint.ts'
import { mixBits, hashUnits, joinUnits } from './text-units.ts'

/** The definition of simhash, spelled out bit by bit. */
function toPlainSimhash(folded: string): bigint {
  const units = hashUnits(folded)
  const pairs = new Set<number>()
  for (let at = 1; at < units.length; at++) pairs.add(joinUnits(units[at - 1] ?? 0, units[at] ?? 0))
  const hashes = [...pairs].map((pair) => {
    const high = BigInt(mixBits(pair ^ 0x5bd1e995) >>> 0)
    return (high << 32n) | BigInt(pair >>> 0)
  })
  let fingerprint = 0n
  for (let bit = 0n; bit < 64n; bit++) {
    const ones = hashes.filter((hash) => ((hash >> bit) & 1n) === 1n).length
    if (ones * 2 > hashes.length) fingerprint |= 1n << bit
  }
  return fingerprint
}

const words = fc.array(fc.constantFrom('sea', 'wall', '海', '墙', '人', 'a1', '𠮷'), {
  minLength: 2,
  maxLength: 60,
})

test('toSimhash agrees with the definition', () => {
  fc.assert(
    fc.property(words, (list) => {
      const { low, high } = toSimhash(list.join(' '))
      expect((BigInt(high) << 32n) | BigInt(low)).toBe(toPlainSimhash(list.join(' ')))
    }),
    { numRuns: 60 },
  )
})

test('HashSet behaves like Set', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9, max: 9 })), fc.integer(), (hashes, probe) => {
      const own = new HashSet(hashes.length)
      const set = new Set<number>()
      for (const hash of hashes) {
        expect(own.add(hash)).toBe(!set.has(hash))
        set.add(hash)
      }
      expect(own.size).toBe(set.size)
      expect(new Set(own)).toEqual(set)
      expect(own.has(probe)).toBe(set.has(probe))
    }),
  )
})

const long =
  'The lamp of the harbour light was lit again on Sunday after nine years in the dark. '.repeat(3)

describe('a fingerprint', () => {
  test.each([
    ['case and punctuation', long.toUpperCase().replaceAll('.', ' — ')],
    ['line breaks', long.replaceAll('. ', '.\n')],
    ['width', long.replaceAll('a', 'ａ')],
  ])('ignores %s', (_, other) => {
    expect(toTextFingerprint(other)).toEqual(toTextFingerprint(long))
  })

  test('ignores which variants of characters a Chinese text uses', () => {
    const [one, other] = ['港口燈塔在黑暗中過了九年', '港口灯塔在黑暗中过了九年']
    expect(toTextFingerprint(one.repeat(20))).toEqual(toTextFingerprint(other.repeat(20)))
  })

  test.each([
    ['of a short text', 'sea '.repeat(49)],
    ['of much punctuation and few words', `${'-'.repeat(400)} sea`],
    ['of nothing', ''],
  ])('%s does not exist', (_, text) => {
    expect(toTextFingerprint(text)).toBeUndefined()
  })
})
