import { expect, test } from 'vitest'
import type { FileHash } from '#contract/file-names.ts'
import { buildShards, rowsPerShard, rowsPerStretch } from './shard.ts'

const rows = (count: number) => Array.from({ length: count }, () => new Uint8Array())
const pack = (firstOrdinal: number, letter: string) => ({
  firstOrdinal,
  pack: letter.repeat(16) as FileHash,
})

test('a stretch is a whole number of shards', () => {
  expect(rowsPerStretch % rowsPerShard).toBe(0)
})

test.each([
  ['one pack serves all shards', [pack(64, 'a')], [['a'], ['a'], ['a']]],
  ['a pack that begins at a shard', [pack(64, 'a'), pack(80, 'b')], [['a'], ['b'], ['b']]],
  ['a pack that begins inside a shard', [pack(64, 'a'), pack(81, 'b')], [['a'], ['a', 'b'], ['b']]],
  [
    'several packs in one shard',
    [pack(64, 'a'), pack(65, 'b'), pack(66, 'c')],
    [['a', 'b', 'c'], ['c'], ['c']],
  ],
])('names the packs that reach into a shard: %s', (_, packs, letters) => {
  const shards = buildShards(64, rows(40), packs)
  expect(shards.map((shard) => shard.packs.map(({ pack }) => pack[0]))).toEqual(letters)
})

test('leaves out no row and numbers them consecutively', () => {
  const shards = buildShards(128, rows(40), [pack(128, 'a')])
  expect(shards.map((shard) => shard.firstOrdinal)).toEqual([128, 144, 160])
  expect(shards.map((shard) => shard.rows.length)).toEqual([16, 16, 8])
})
