import { expect, test } from 'vitest'
import { buildRowPack, parseRowPack, type SeenRow } from './row-pack.ts'

const [shard, directory, build] = ['a', 'b', 'c'].map((sign) => sign.repeat(26)) as [
  string,
  string,
  string,
]
const rows: SeenRow[] = [
  { id: '2020-08-30-abcdefgh', ordinal: 5, file: shard, directory },
  { id: '2020-08-31-abcdefgh', ordinal: 0, file: shard, directory: undefined },
  { id: '2020-08-31-bcdefghi', ordinal: undefined, file: build, directory: undefined },
]
const pack = buildRowPack('2020-08', rows)

test('a pack tells where rows were seen, and which posts a build did not have', () => {
  expect(parseRowPack(structuredClone(pack))).toEqual(rows)
})

test.each([
  ['nothing', undefined],
  ['fewer ordinals than ids', { ...pack, ordinals: new Uint32Array(2) }],
  ['a name that is cut', { ...pack, files: pack.files.slice(1) }],
  ['ids that are a list', { ...pack, ids: [] }],
])('a pack with %s has no rows', (_name, stored) => {
  expect(parseRowPack(stored)).toEqual([])
})

test('an id that is none is left out', () => {
  expect(parseRowPack({ ...pack, ids: pack.ids.replace('abcdefgh', 'ABCDEFGH') })).toEqual(
    rows.slice(1),
  )
})
