import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDeskEntry, toRecord, type DeskEntry } from './desk-entry.ts'
import { chooseNewer, mergeEntries, toEntryName } from './merge-entries.ts'

const ids = ['2020-08-30-abcdefgh', '2020-08-31-abcdefgh', 'undated-abcdefgh']
// Few times and few values: most entries meet another state of the same entry, and many at the same time.
const at = fc.integer({ min: 0, max: 2 })
const id = fc.constantFrom(...ids)
const removed = fc.constant(undefined)
const note = fc.dictionary(fc.constantFrom('a', 'b'), fc.oneof(fc.nat(2), fc.string()))
const stored = fc.oneof(
  fc.record({
    kind: fc.constant('mark'),
    id,
    at,
    value: fc.oneof(removed, fc.constantFrom('opened', 'finished', 'read')),
  }),
  fc.record({ kind: fc.constant('plan'), id, at, value: fc.oneof(removed, fc.jsonValue()) }),
  fc.record({ kind: fc.constant('note'), id, at, value: fc.oneof(removed, note) }),
  fc.record({
    kind: fc.constant('saved'),
    id,
    at,
    value: fc.oneof(removed, fc.record({ title: fc.string() })),
  }),
  fc.record({
    kind: fc.constant('list'),
    id: fc.constantFrom('storms', 'lamps'),
    at,
    value: fc.oneof(removed, fc.record({ name: fc.string() })),
  }),
  fc.record({
    kind: fc.constant('list-item'),
    id: id.map((post) => `storms ${post}`),
    at,
    value: fc.oneof(
      removed,
      fc.record(
        { order: fc.double({ noNaN: true, noDefaultInfinity: true }), note: fc.string() },
        { requiredKeys: ['order'] },
      ),
    ),
  }),
)

/** The entries of a device: each once, as a merge leaves them. */
const desk = fc
  .array(stored, { maxLength: 12 })
  .map((all) => mergeEntries(all.map(parseDeskEntry).filter(isEntry), []))

function isEntry(entry: DeskEntry | undefined): entry is DeskEntry {
  return entry !== undefined
}

/** What a desk holds, whatever the order of its entries and of the fields of their values. */
function toContent(entries: readonly DeskEntry[]): string[] {
  return entries
    .map(({ kind, id: own, at: time, value }) => {
      const fields =
        typeof value === 'object' && value !== null
          ? Object.entries(value).toSorted(([x], [y]) => (x < y ? -1 : 1))
          : value
      return JSON.stringify([kind, own, time, fields ?? null])
    })
    .toSorted()
}

test('merging is commutative', () => {
  fc.assert(
    fc.property(desk, desk, (a, b) => {
      expect(toContent(mergeEntries(a, b))).toEqual(toContent(mergeEntries(b, a)))
    }),
  )
})

test('merging is associative', () => {
  fc.assert(
    fc.property(desk, desk, desk, (a, b, c) => {
      const left = mergeEntries(mergeEntries(a, b), c)
      expect(toContent(left)).toEqual(toContent(mergeEntries(a, mergeEntries(b, c))))
    }),
  )
})

test('merging is idempotent', () => {
  fc.assert(
    fc.property(desk, desk, (a, b) => {
      const merged = mergeEntries(a, b)
      expect(toContent(mergeEntries(a, a))).toEqual(toContent(a))
      expect(toContent(mergeEntries(merged, b))).toEqual(toContent(merged))
    }),
  )
})

test('no entry is lost, and none is made up', () => {
  fc.assert(
    fc.property(desk, desk, (a, b) => {
      const both = new Set(toContent([...a, ...b]))
      const merged = mergeEntries(a, b)
      expect(toContent(merged).every((entry) => both.has(entry))).toBe(true)
      expect(new Set(merged.map(toEntryName))).toEqual(new Set([...a, ...b].map(toEntryName)))
    }),
  )
})

test.each([
  ['the later one', { at: 1, value: 'opened' }, { at: 2, value: 'finished' }],
  ['one that was removed later', { at: 1, value: 'opened' }, { at: 2 }],
  ['one that was set anew', { at: 2 }, { at: 3, value: 'opened' }],
  ['of the same time the one that is there', { at: 1 }, { at: 1, value: 'opened' }],
] as const)('%s counts', (_name, loser, winner) => {
  expect(chooseNewer<Pick<DeskEntry, 'at' | 'value'>>(loser, winner)).toBe(winner)
  expect(chooseNewer<Pick<DeskEntry, 'at' | 'value'>>(winner, loser)).toBe(winner)
})

test.each([
  ['no kind', { id: ids[0], at: 1 }],
  ['a kind that is no name', { kind: '__proto__', id: ids[0], at: 1 }],
  ['the name that kinds have which nobody knows', { kind: 'foreign', id: 'a b', at: 1 }],
  ['an id that is no post’s', { kind: 'mark', id: '../x', at: 1, value: 'read' }],
  ['a state that is none', { kind: 'mark', id: ids[0], at: 1, value: 'eaten' }],
  ['a time before 1970', { kind: 'mark', id: ids[0], at: -1, value: 'read' }],
  ['a time that is no number', { kind: 'mark', id: ids[0], at: Number.NaN, value: 'read' }],
  ['a name of any length', { kind: 'list', id: 'a', at: 1, value: { name: 'x'.repeat(501) } }],
  ['an id with signs', { kind: 'list', id: '<a>', at: 1, value: { name: 'x' } }],
  [
    'an order that is no number',
    { kind: 'list-item', id: 'a b', at: 1, value: { order: Infinity } },
  ],
  ['nothing', undefined],
  ['text', 'mark'],
])('an entry with %s is none', (_name, value) => {
  expect(parseDeskEntry(value)).toBeUndefined()
})

test('an entry of a kind that only a newer version knows is kept as it is', () => {
  const record = { kind: 'constructor', id: 'a b', at: 1, value: { deep: [null, 'x'] } }
  const entry = parseDeskEntry(record)
  expect(entry && toRecord(entry)).toEqual(record)
})
