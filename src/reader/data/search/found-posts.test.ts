import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listSelection, rangeSelection, toOrdinals } from '#core/selection/selection.ts'
import { joinBatches, rankPosts } from './found-posts.ts'

function makeBatch(hits: readonly (readonly [ordinal: number, score: number])[], isLast = false) {
  return {
    ordinals: Uint32Array.from(hits, ([ordinal]) => ordinal),
    scores: Float32Array.from(hits, ([, score]) => score),
    isLast,
  }
}

describe('joining batches', () => {
  test('puts hits in the order of the archive, whatever order the batches arrive in', () => {
    const newer = makeBatch([
      [7, 1],
      [9, 2],
    ])
    const older = makeBatch([[0, 3]], true)
    const { batches, selection } = joinBatches([newer, makeBatch([]), older])
    expect([...toOrdinals(selection)]).toEqual([0, 7, 9])
    expect(batches).toEqual([older, newer])
  })

  test('returns an empty selection when nothing was found', () => {
    expect([...toOrdinals(joinBatches([makeBatch([], true)]).selection)]).toEqual([])
  })
})

describe('ranking posts', () => {
  test.each([
    [
      'puts the best first',
      [
        [1, 0.5],
        [2, 2.5],
        [3, 1],
      ],
      [2, 3, 1],
    ],
    [
      'puts the newer of two equal scores first',
      [
        [1, 1],
        [2, 1],
        [3, 2],
      ],
      [3, 2, 1],
    ],
    [
      'puts the newest first where nothing is scored',
      [
        [1, 0],
        [2, 0],
      ],
      [2, 1],
    ],
  ] as const)('%s', (_name, hits, expected) => {
    expect([...rankPosts(rangeSelection(0, 10), [makeBatch(hits)], 10)]).toEqual(expected)
  })

  test('keeps only posts of the selection', () => {
    const selection = listSelection(Uint32Array.of(1, 3, 5))
    const batch = makeBatch([
      [1, 1],
      [2, 9],
      [5, 2],
    ])
    expect([...rankPosts(selection, [batch], 10)]).toEqual([5, 1])
  })

  test('equals a plain sort, up to four million rows', () => {
    const rows = 4_000_000
    const hit = fc.tuple(fc.nat(rows - 1), fc.float({ min: 0, max: 1e6, noNaN: true }))
    fc.assert(
      fc.property(fc.uniqueArray(hit, { selector: ([ordinal]) => ordinal }), (hits) => {
        const ascending = hits.toSorted(([a], [b]) => a - b)
        // Negative zero equals zero as a score but has different bits.
        const plain = ascending.map(([ordinal, score]) => [ordinal, score + 0] as const)
        const expected = plain.toSorted(([a, scoreA], [b, scoreB]) => scoreB - scoreA || b - a)
        const ranked = rankPosts(rangeSelection(0, rows), [makeBatch(plain)], rows)
        expect([...ranked]).toEqual(expected.map(([ordinal]) => ordinal))
      }),
    )
  })
})
