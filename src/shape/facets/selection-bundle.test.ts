import { expect, test } from 'vitest'
import { bundleSelections } from './selection-bundle.ts'

const bytes = (length: number) => new Uint8Array(length).fill(7)

test.each([
  ['small selections share a file', [10, 20, 30], [[0, 10, 30]], [[10, 20, 30]]],
  [
    'a file holds at most 64 KB',
    [40_000, 30_000, 100],
    [[0], [0, 30_000]],
    [[40_000], [30_000, 100]],
  ],
  ['a larger one has a file of its own', [70_000, 5], [[0], [0]], [[70_000], [5]]],
  ['no selections make no file', [], [], []],
])('%s', (_, sizes, starts, lengths) => {
  const bundles = bundleSelections(sizes.map(bytes))
  expect(bundles.map(({ parts }) => parts.map(({ start }) => start))).toEqual(starts)
  expect(bundles.map(({ parts }) => parts.map((part) => part.bytes))).toEqual(lengths)
  for (const { bytes: file, parts } of bundles) {
    expect(file).toHaveLength(parts.reduce((sum, part) => sum + part.bytes, 0))
  }
})
