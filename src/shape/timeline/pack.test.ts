import { expect, test } from 'vitest'
import { buildPacks } from './pack.ts'

const body = (bytes: number) => new Uint8Array(bytes)

/** Packs as pairs: first ordinal, number of bodies. */
const table = (first: number, sizes: number[]) =>
  buildPacks(first, sizes.map(body)).map(({ firstOrdinal, bodies }) => [
    firstOrdinal,
    bodies.length,
  ])

test.each([
  [
    'neighbours share a pack of about 64 KB',
    0,
    [20_000, 20_000, 20_000, 20_000],
    [
      [0, 3],
      [3, 1],
    ],
  ],
  [
    'a larger body is alone',
    64,
    [100, 100_000, 100],
    [
      [64, 1],
      [65, 1],
      [66, 1],
    ],
  ],
  ['small bodies share one pack', 128, [1, 1, 1], [[128, 3]]],
  ['no bodies make no pack', 0, [], []],
])('%s', (_, first, sizes, packs) => {
  expect(table(first, sizes)).toEqual(packs)
})
