import { QueryClient } from '@tanstack/react-query'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ValueColumn } from '#core/column/value-column.ts'
import { listSelection, rangeSelection } from '#core/selection/selection.ts'
import { lengthBands } from '#core/text/length-band.ts'
import { buildPacks } from '#shape/timeline/pack.ts'
import { rowsPerShard, rowsPerStretch } from '#shape/timeline/shard.ts'
import { columnQuery } from './column-query.ts'
import { guessListSize } from './list-size.ts'

const values = lengthBands.map(({ value }) => value)
const minutes = [0, 1, 3, 6.5, 13, 32]

/** The column of posts by their bands; each band is a list, and the last list is empty. */
function makeColumn(start: number, bands: readonly number[]): ValueColumn {
  return {
    start,
    values,
    derived: new Set(),
    twins: new Set(),
    listOf: Uint16Array.from(bands),
    starts: Uint32Array.from([0, 1, 2, 3, 4, 5, 6, 6]),
    members: Uint32Array.from([0, 1, 2, 3, 4, 5]),
  }
}

function makeClient(parts: readonly ValueColumn[]): QueryClient {
  const client = new QueryClient()
  client.setQueryData(columnQuery('length').queryKey, parts)
  return client
}

/** What the builder makes of bodies of these sizes. */
function addPacks(bands: readonly number[], wanted: ReadonlySet<number>): number {
  let bytes = 0
  for (let first = 0; first < bands.length; first += rowsPerStretch) {
    const bodies = bands
      .slice(first, first + rowsPerStretch)
      .map((band) => new Uint8Array(2_300 + (minutes[band] ?? 0) * 1_250))
    for (const pack of buildPacks(first, bodies)) {
      const has = pack.bodies.some((_, at) => wanted.has(pack.firstOrdinal + at))
      if (has) bytes += pack.bodies.reduce((sum, { length }) => sum + length, 0)
    }
  }
  return bytes
}

const archive = fc.array(fc.nat(6), { minLength: 1, maxLength: 300 }).chain((bands) =>
  fc.record({
    bands: fc.constant(bands),
    wanted: fc.uniqueArray(fc.nat(bands.length - 1)),
  }),
)

test('counts the packs that the builder would make of posts of such lengths', async () => {
  await fc.assert(
    fc.asyncProperty(archive, async ({ bands, wanted }) => {
      const half = Math.floor(bands.length / rowsPerStretch / 2) * rowsPerStretch
      const parts = [makeColumn(0, bands.slice(0, half)), makeColumn(half, bands.slice(half))]
      const ordinals = Uint32Array.from(wanted).sort()
      const size = await guessListSize(makeClient(parts), listSelection(ordinals))
      expect(size).toEqual({
        posts: wanted.length,
        minutes: wanted.reduce((sum, at) => sum + (minutes[bands[at] ?? 0] ?? 0), 0),
        shards: new Set(wanted.map((at) => Math.floor(at / rowsPerShard))).size,
        packBytes: addPacks(bands, new Set(wanted)),
      })
    }),
  )
})

test('counts the posts of an archive without lengths', async () => {
  const size = await guessListSize(makeClient([]), rangeSelection(0, 40))
  expect([size.posts, size.packBytes]).toEqual([40, 92_000])
})
