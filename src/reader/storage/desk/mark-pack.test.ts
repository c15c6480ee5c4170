import { expect, test } from 'vitest'
import { parsePostId } from '#core/post/post-id.ts'
import { parseDeskEntry } from './desk-entry.ts'
import {
  buildMarkPack,
  listMarkedIds,
  parseMarkPack,
  readWholePack,
  toMarkMonth,
  type Mark,
} from './mark-pack.ts'

function makeMark(text: string, at: number, value?: Mark['value']): Mark {
  const id = parsePostId(text)
  if (id === undefined) throw new Error(text)
  return { kind: 'mark', id, at, value }
}

const marks = [
  makeMark('2020-08-30-abcdefgh', 5, 'opened'),
  makeMark('2020-08-31-abcdefgh', 1_700_000_000_000, 'finished'),
  makeMark('2020-08-31-bcdefghi', 0, 'read'),
  makeMark('2020-08-01-abcdefgh', 7),
]
const pack = buildMarkPack('2020-08', marks)

test('a pack holds all marks of a month, also that some were removed', () => {
  expect(parseMarkPack(structuredClone(pack))).toEqual({ marks, broken: 0 })
  expect(marks.map((mark) => parseDeskEntry(mark))).toEqual(marks)
})

test.each([
  ['2020-08-30-abcdefgh', '2020-08'],
  ['undated-abcdefgh', 'undated'],
])('marks of %s lie in %s', (id, month) => {
  expect(toMarkMonth(id)).toBe(month)
  const undated = makeMark(id, 1, 'read')
  expect(parseMarkPack(buildMarkPack(month, [undated])).marks).toEqual([undated])
})

test.each([pack, buildMarkPack('undated', [makeMark('undated-abcdefgh', 1, 'read')])])(
  'a pack with nothing wrong is read as it is',
  (whole) => {
    expect(readWholePack(structuredClone(whole))).toEqual(whole)
  },
)

test('the ids of marks that were not removed are listed', () => {
  expect(listMarkedIds(pack).split(' ')).toEqual(marks.slice(0, 3).map(({ id }) => id))
})

test.each([
  ['an id that is none', { ids: pack.ids.replace('2020-08-30', '2020-08-3x') }, 1],
  ['an id of another month', { ids: pack.ids.replace('2020-08-01', '2020-09-01') }, 1],
  ['a state that is none', { states: Uint8Array.from([9, 2, 3, 0]) }, 1],
  ['a time that is none', { times: Float64Array.from([Number.NaN, 1, 2, 3]) }, 1],
  ['fewer times than ids', { times: Float64Array.from([1, 2]) }, 2],
  ['more states than ids', { states: new Uint8Array(6) }, 2],
  ['no ids', { ids: '' }, 4],
  ['an id without a day', { ids: pack.ids.replace('2020-08-01', '2020-08') }, 1],
])('of a pack with %s the rest is read, and the others are counted', (_name, wrong, broken) => {
  const parsed = parseMarkPack({ ...pack, ...wrong })
  expect(parsed.broken).toBe(broken)
  expect(readWholePack({ ...pack, ...wrong })).toBeUndefined()
})

test.each([
  ['nothing', undefined],
  ['text', 'x'],
  ['states that are a list', { ...pack, states: [1, 2, 3, 0] }],
  ['another month', { ...pack, month: '../2020' }],
])('%s is no pack, and counts once', (_name, stored) => {
  expect(parseMarkPack(stored)).toEqual({ marks: [], broken: 1 })
  expect(readWholePack(stored)).toBeUndefined()
})
