import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeInMargin } from './place-in-margin.ts'

test.each([
  ['none', [], [], []],
  ['each beside its highlight', [10, 200], [50, 50], [10, 200]],
  ['one below the other where both begin in a line', [10, 10], [50, 20], [10, 68]],
  ['a crowd below each other', [10, 20, 30, 400], [50, 50, 50, 50], [10, 68, 126, 400]],
  ['above the window', [-300, -290], [40, 40], [-300, -252]],
])('notes stand %s', (_name, wanted, heights, tops) => {
  expect(placeInMargin(wanted, heights)).toEqual(tops)
})

test('no note lies on another, and none above its highlight', () => {
  const note = fc.record({ top: fc.integer({ min: -5000, max: 5000 }), height: fc.nat(400) })
  fc.assert(
    fc.property(fc.array(note), (notes) => {
      const sorted = notes.toSorted((one, other) => one.top - other.top)
      const tops = placeInMargin(
        sorted.map(({ top }) => top),
        sorted.map(({ height }) => height),
      )
      for (const [at, top] of tops.entries()) {
        expect(top).toBeGreaterThanOrEqual(sorted[at]?.top ?? 0)
        const before = (tops[at - 1] ?? -Infinity) + (sorted[at - 1]?.height ?? 0)
        expect(top).toBeGreaterThanOrEqual(before)
      }
    }),
  )
})
