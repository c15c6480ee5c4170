import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { BestHits } from './best-hits.ts'

test('keeps the best hits, best first, ties newest first', () => {
  const best = new BestHits(3)
  for (const [ordinal, score] of [1, 5, 2, 5, 0].entries()) best.add({ ordinal, score })
  expect(best.list().map(({ ordinal }) => ordinal)).toEqual([3, 1, 2])
})

test('returns the same as sorting all hits', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 5_000 }), fc.nat(40), (scores, limit) => {
      const hits = scores.map((score, ordinal) => ({ ordinal, score }))
      const best = new BestHits(limit)
      for (const hit of hits) best.add(hit)
      const sorted = hits.toSorted((a, b) => b.score - a.score || b.ordinal - a.ordinal)
      expect(best.list()).toEqual(sorted.slice(0, limit))
    }),
    { numRuns: 20 },
  )
})
