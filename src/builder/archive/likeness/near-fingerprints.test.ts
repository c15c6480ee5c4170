import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { visitNearFingerprints } from './near-fingerprints.ts'

const toColumns = (all: bigint[]) => ({
  low: Uint32Array.from(all, (bits) => Number(bits & 0xffffffffn)),
  high: Uint32Array.from(all, (bits) => Number(bits >> 32n)),
})

function countOnes(bits: bigint): number {
  return bits.toString(2).replaceAll('0', '').length
}

function listNear(all: bigint[]): string[] {
  const pairs: string[] = []
  visitNearFingerprints(toColumns(all), (a, b) => pairs.push(`${a} ${b}`))
  return pairs
}

const fingerprint = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })
const change = fc.array(fc.bigInt({ min: 0n, max: 63n }), { maxLength: 9 })

test('visits every pair of up to six differing bits once, and none of more than eight', () => {
  const sets = fc.tuple(fingerprint, fc.array(change, { minLength: 1, maxLength: 8 }))
  fc.assert(
    fc.property(sets, ([first, changes]) => {
      const all = [
        first,
        ...changes.map((bits) => bits.reduce((to, bit) => to ^ (1n << bit), first)),
      ]
      const found = listNear(all)
      expect(new Set(found).size).toBe(found.length)
      const near = (most: number) =>
        all.flatMap((two, b) =>
          all.slice(0, b).flatMap((one, a) => (countOnes(one ^ two) <= most ? [`${a} ${b}`] : [])),
        )
      expect(found).toEqual(expect.arrayContaining(near(6)))
      expect(near(8)).toEqual(expect.arrayContaining(found))
    }),
    { numRuns: 30 },
  )
})

test('skips thousands of posts that fill in one form instead of comparing all pairs', () => {
  const all = Array.from({ length: 3_000 }, (_, at) => BigInt(at % 4))
  expect(listNear(all)).toEqual([])
})
