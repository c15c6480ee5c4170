import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Desk } from '#reader/storage/desk/desk.ts'
import { parseDeskEntry, toRecord, type DeskEntry } from '#reader/storage/desk/desk-entry.ts'
import { mergeEntries } from '#reader/storage/desk/merge-entries.ts'
import {
  deskFormat,
  isOtherArchive,
  mostDeskBytes,
  parseDeskFile,
  writeDeskFile,
} from './desk-file.ts'
import { DeskFileError, type DeskFileFault } from './desk-file-error.ts'

const now = 1_700_000_000_000
const archive = { title: 'Harbour news', address: 'https://archive.example/' }
const post = '2020-08-30-abcdefgh'
const opened: Desk[] = []

beforeEach(() => {
  // Without a database a desk lasts as long as its page: these are as many devices as are needed.
  vi.stubGlobal('indexedDB', undefined)
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
})
afterEach(() => {
  for (const desk of opened.splice(0)) desk.close()
  vi.unstubAllGlobals()
})

/** Every kind, few ids, few times: most entries meet another state of the same entry. */
const record = fc.oneof(
  ...[
    { kind: 'mark', id: post, values: ['opened', 'finished', 'read'] },
    { kind: 'saved', id: post, values: [{}, { title: 'A' }, { title: '灯 “"\u2028' }] },
    { kind: 'list', id: 'l1', values: [{ name: 'One' }, { name: 'Two' }] },
    { kind: 'list-item', id: `l1 ${post}`, values: [{ order: 1 }, { order: 2, note: 'x' }] },
    { kind: 'list-note', id: `l1 ${post}`, values: [{ text: '' }, { text: 'x' }] },
    { kind: 'place', id: post, values: [{ share: 0.5 }, { share: 1 }] },
    { kind: 'note', id: `${post} n1`, values: [{ text: 'x' }, { anchor: { exact: 'y' } }] },
    { kind: 'plan', id: 'p1', values: [null, 'x', [1, { y: [] }]] },
  ].map(({ kind, id, values }) =>
    fc.record(
      {
        kind: fc.constant(kind),
        id: fc.constant(id),
        at: fc.integer({ min: 0, max: 2 }),
        value: fc.constantFrom<unknown>(...values),
      },
      { requiredKeys: ['kind', 'id', 'at'] },
    ),
  ),
)
const entries = fc.array(record, { maxLength: 12 }).map((records) =>
  mergeEntries(
    records.flatMap((one) => parseDeskEntry(one) ?? []),
    [],
  ),
)

function toText(all: readonly DeskEntry[]): string {
  return writeDeskFile({ archive, entries: all }, now)
}

function toContent(all: readonly DeskEntry[]): string[] {
  return all.map((entry) => JSON.stringify(toRecord(entry))).toSorted()
}

async function openDevice(all: readonly DeskEntry[]): Promise<Desk> {
  const base = `/${Math.random()}/`
  const desk = await Desk.open({ base, now: () => now, hasTraces: true })
  opened.push(desk)
  await desk.merge(all).stored
  return desk
}

async function takeIn(desk: Desk, text: string) {
  const { taken, stored } = desk.merge(parseDeskFile(text, now).entries)
  await stored
  return taken
}

test('what is written is read again, whatever kinds of entries it has', () => {
  const settings = { theme: 'dark', ofNewerVersion: 7 }
  fc.assert(
    fc.property(entries, (all) => {
      const file = parseDeskFile(writeDeskFile({ archive, settings, entries: all }, now), now)
      expect(toContent(file.entries)).toEqual(toContent(all))
      expect({ ...file, entries: [] }).toEqual({
        archive,
        settings,
        entries: [],
        made: now,
        broken: 0,
        future: 0,
      })
    }),
  )
})

test('two files give the same desk in either order, and twice the same changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(entries, entries, entries, async (own, a, b) => {
      const [one, other] = [await openDevice(own), await openDevice(own)]
      await takeIn(one, toText(a))
      await takeIn(one, toText(b))
      await takeIn(other, toText(b))
      await takeIn(other, toText(a))
      expect(toContent(one.listAll())).toEqual(toContent(other.listAll()))
      expect(await takeIn(one, toText(a))).toEqual([])
      expect(await takeIn(one, toText(one.listAll()))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('two devices that read each other’s files are alike, and undo gives back what was before', async () => {
  await fc.assert(
    fc.asyncProperty(entries, entries, async (a, b) => {
      const [one, other] = [await openDevice(a), await openDevice(b)]
      const text = toText(one.listAll())
      const taken = await takeIn(one, toText(other.listAll()))
      await takeIn(other, text)
      expect(toContent(one.listAll())).toEqual(toContent(other.listAll()))
      await one.restore(taken)
      expect(toContent(one.listAll())).toEqual(toContent(a))
    }),
    { numRuns: 60 },
  )
})

const head = `"format":"${deskFormat}","version":1`
const rest = `"made":"2026-01-02T03:04:05.000Z","archive":{"title":"x"}`

function readFault(text: string): DeskFileFault | undefined {
  try {
    parseDeskFile(text, now)
    return undefined
  } catch (error) {
    if (error instanceof DeskFileError) return error.fault
    throw error
  }
}

test.each<[string, string, DeskFileFault]>([
  ['nothing', '', 'other'],
  ['text', 'Dear diary', 'other'],
  ['JSON of something else', '{"@context":[]}', 'other'],
  ['null', 'null', 'other'],
  ['another format', '{"format":"bookmarks","version":1}', 'other'],
  ['a version of 0', `{"format":"${deskFormat}","version":0}`, 'other'],
  ['a newer version', `{"format":"${deskFormat}","version":2,"all":"other"}`, 'newer'],
  ['a cut end', `{${head},${rest},"entries":[{"kind":"ma`, 'damaged'],
  ['no entries', `{${head},${rest}}`, 'damaged'],
  ['entries that are no list', `{${head},${rest},"entries":{"length":3}}`, 'damaged'],
  ['settings that are none', `{${head},${rest},"settings":"dark","entries":[]}`, 'damaged'],
  ['a day that is none', `{${head},"made":"soon","archive":{"title":""},"entries":[]}`, 'damaged'],
  ['a title that is none', `{${head},"made":"x","archive":{"title":7},"entries":[]}`, 'damaged'],
  ['brackets without an end', '['.repeat(2_000_000), 'large'],
  ['depth', `{${head},${rest},"entries":[${'['.repeat(40)}${']'.repeat(40)}]}`, 'large'],
  ['millions of values', `{${head},${rest},"entries":[${'0,'.repeat(4_000_001)}0]}`, 'large'],
  ['too many bytes', ' '.repeat(mostDeskBytes + 1), 'large'],
])('S27 a file with %s is refused: %#', (_name, text, fault) => {
  expect(readFault(text)).toBe(fault)
})

test('S27 what is no entry is left out and counted, and nothing reaches a prototype', () => {
  const records = [
    7,
    null,
    [],
    { kind: 'mark', id: '../x', at: 1, value: 'read' },
    { kind: 'mark', id: post, at: '1', value: 'read' },
    { kind: 'mark', id: post, at: 1e300, value: 'read' },
    { kind: '__proto__', id: 'x', at: 1 },
    { kind: 'foreign', id: 'mark x', at: 1 },
    { kind: 'list', id: 'l', at: 1, value: { name: ['x'] } },
  ]
  const good = [
    { kind: 'constructor', id: 'x', at: 1, value: 1 },
    { kind: 'mark', id: post, at: 1, value: 'read' },
  ]
  const raw = '{"kind":"note","id":"n","at":1,"value":{"__proto__":{"isRead":true},"text":"x"}}'
  const list = JSON.stringify([...records, ...good]).slice(1, -1)
  const file = parseDeskFile(`{${head},${rest},"entries":[${list},${raw}]}`, now)
  expect(file.broken).toBe(records.length)
  expect(file.entries.map(toRecord)).toEqual([
    ...good,
    { kind: 'note', id: 'n', at: 1, value: { text: 'x' } },
  ])
  expect(Object.hasOwn(Object.prototype, 'isRead')).toBe(false)
})

test('S27 a clock that is ahead wins over nothing, and is not passed on', async () => {
  const later = now + 10 * 365 * 86_400_000
  const entry = { kind: 'saved', id: post, value: { title: 'of the future' } }
  const text = `{${head},${rest},"entries":[${JSON.stringify({ ...entry, at: later })}]}`
  const file = parseDeskFile(text, now)
  expect([file.future, file.entries]).toEqual([1, [{ ...entry, at: 0 }]])

  const mine = parseDeskEntry({ ...entry, at: 5, value: { title: 'mine' } })
  const [known, empty] = [await openDevice(mine === undefined ? [] : [mine]), await openDevice([])]
  await Promise.all([takeIn(known, text), takeIn(empty, text)])
  expect(known.list('saved').map(({ value }) => value?.title)).toEqual(['mine'])
  expect(empty.list('saved').map(({ value }) => value?.title)).toEqual(['of the future'])

  const ahead = { ...entry, kind: 'saved', at: later } as const
  const [written] = parseDeskFile(
    toText([parseDeskEntry(ahead)].flatMap((e) => e ?? [])),
    now,
  ).entries
  expect(written?.at).toBe(now)
})

test.each([
  ['the same address', { title: 'Renamed', address: archive.address }, archive, false],
  ['another address', { ...archive, address: 'https://other.example/' }, archive, true],
  ['the same signature', { title: 'a', archive: 'k' }, { title: 'b', archive: 'k' }, false],
  ['another signature', { ...archive, archive: 'k' }, { ...archive, archive: 'l' }, true],
  ['no address, the same title', { title: archive.title }, archive, false],
  ['no address, another title', { title: 'Tea' }, archive, true],
])('a file with %s is of another archive: %#', (_name, file, open, isOther) => {
  expect(isOtherArchive(file, open)).toBe(isOther)
})
