import { QueryClient } from '@tanstack/react-query'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toFileHash } from '#contract/file-names.ts'
import { parseManifest } from '#contract/manifest.ts'
import { schemaVersion } from '#contract/schema-version.ts'
import type { TimelineShard } from '#contract/timeline-shard.ts'
import type { Calendar, CalendarDay } from '#core/selection/calendar.ts'
import { parsePostId, toPostId, type PostId } from '#core/post/post-id.ts'
import { emptySelection, toOrdinals } from '#core/selection/selection.ts'
import { addDays, findPost, findPostsById, toShardsOfDay } from './find-posts.ts'
import { shardQuery } from './shard-query.ts'
import { manifestQuery, openingQuery } from './site-queries.ts'

const calendar = {
  timeZone: 'Asia/Shanghai',
  days: [
    { start: 0, end: 2 },
    { day: '2020-08-29', start: 2, end: 4 },
    { day: '2020-08-30', start: 4, end: 5 },
    { day: '2020-08-31', start: 5, end: 8 },
    { day: '2020-12-01', start: 8, end: 9 },
  ],
}

describe('toShardsOfDay', () => {
  test.each([
    ['a day and its neighbours, the day first', '2020-08-30', [2, 1, 3]],
    ['a day without neighbours', '2020-12-01', [4]],
    ['undated posts', undefined, [0]],
    ['a day long past', '1999-01-01', []],
    ['a day that does not exist', '2020-99-99', []],
  ])('%s', (_name, day, shards) => {
    expect(toShardsOfDay(calendar, day, 2)).toEqual(shards)
  })
})

test('addDays crosses months and leap days', () => {
  expect(addDays('2020-03-01', -1)).toBe('2020-02-29')
  expect(addDays('2020-12-31', 1)).toBe('2021-01-01')
  expect(addDays('nonsense', 1)).toBeUndefined()
})

function makeId(text: string): PostId {
  const id = parsePostId(text)
  if (id === undefined) throw new Error(`${text} is no id`)
  return id
}

/** Records the requested shards, in order. */
class RecordingClient extends QueryClient {
  readonly shardsRead: unknown[] = []

  constructor() {
    super({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } })
  }

  override ensureQueryData: QueryClient['ensureQueryData'] = (options) => {
    const [name, shard] = options.queryKey
    if (name === 'shard') this.shardsRead.push(shard)
    return super.ensureQueryData(options)
  }
}

/** Returns a client that holds an archive of posts, oldest first. */
function makeClient(ids: readonly PostId[], days: CalendarDay[], rowsPerShard: number) {
  const client = new RecordingClient()
  const hash = toFileHash(new Uint8Array(32))
  const posts = ids.length
  const manifest = parseManifest({
    schemaVersion,
    buildId: hash,
    title: 'Harbour news',
    timeZone: 'Asia/Shanghai',
    languages: [],
    counts: { files: posts, posts, copies: 0, versions: 0, unreadable: 0, problems: 0 },
    timeline: { rows: posts, rowsPerShard, shardsPerDirectory: 512, directories: [], tail: [] },
    opening: hash,
    facets: [],
    permalinks: [],
    report: hash,
  })
  client.setQueryData(manifestQuery().queryKey, manifest)
  client.setQueryData(openingQuery().queryKey, {
    calendar: { timeZone: 'Asia/Shanghai', days },
    superseded: emptySelection,
    newest: [],
  })
  for (let first = 0; first < posts; first += rowsPerShard) {
    const shard = makeShard(first, ids.slice(first, first + rowsPerShard))
    client.setQueryData(shardQuery(first / rowsPerShard).queryKey, shard)
  }
  return client
}

function makeShard(firstOrdinal: number, ids: readonly PostId[]): TimelineShard {
  const rows = ids.map((id): TimelineShard['rows'][number] => ({
    id,
    tags: [],
    collection: 'society',
    kind: 'article',
    length: { count: 1, unit: 'words' },
  }))
  return { firstOrdinal, rows, packs: [] }
}

const archiveIds = [
  'undated-aaaaaaaa',
  'undated-bbbbbbbb',
  '2020-08-29-aaaaaaaa',
  '2020-08-29-bbbbbbbb',
  '2020-08-29-cccccccc',
  // 23:30 UTC on the 30th is the 31st in Shanghai: the calendar lists it on the next day.
  '2020-08-30-eeeeeeee',
  '2020-08-31-dddddddd',
  '2020-08-31-ffffffff',
  '2020-12-01-aaaaaaaa',
].map(makeId)
const makeArchive = () => makeClient(archiveIds, calendar.days, 2)

describe('a post is found by its id', () => {
  test('with its ordinal and row', async () => {
    const client = makeArchive()
    const found = await findPost(client, makeId('2020-08-30-eeeeeeee'))
    expect(found).toMatchObject({ ordinal: 5, summary: { id: '2020-08-30-eeeeeeee' } })
  })

  test('from the shards of its own day only, if that day holds it', async () => {
    const client = makeArchive()
    await findPost(client, makeId('2020-08-29-bbbbbbbb'))
    expect(client.shardsRead).toEqual([1])
  })

  test('also by an id that it had before', async () => {
    const client = makeArchive()
    const [former, id] = ['2020-08-30-zzzzzzzz', '2020-08-30-eeeeeeee'].map(makeId)
    const { queryKey } = shardQuery(2)
    client.setQueryData(queryKey, (shard) => ({
      ...(shard ?? makeShard(4, [])),
      rows: shard?.rows.map((row) => (row.id === id ? { ...row, formerId: former } : row)) ?? [],
    }))
    const ids = [former, id].filter((wanted) => wanted !== undefined)
    const { selection, posts, unknown } = await findPostsById(client, ids)
    expect([...posts.keys()].toSorted()).toEqual(ids.toSorted())
    expect([[...toOrdinals(selection)], unknown]).toEqual([[5], []])
  })

  test('unless the archive does not have it', async () => {
    const client = makeArchive()
    expect(await findPost(client, makeId('2020-08-30-zzzzzzzz'))).toBeUndefined()
    expect(client.shardsRead).toEqual([2, 1, 3])
  })
})

describe('posts are found by their ids', () => {
  test('as a selection, with the ids that are unknown', async () => {
    const client = makeArchive()
    const gone = ['2020-08-31-zzzzzzzz', '1999-01-01-aaaaaaaa', 'undated-zzzzzzzz'].map(makeId)
    const known = [8, 0, 5].flatMap((at) => archiveIds[at] ?? [])
    const { selection, posts, unknown } = await findPostsById(client, [...gone, ...known, ...known])
    expect([...toOrdinals(selection)]).toEqual([0, 5, 8])
    expect([...posts.keys()].toSorted()).toEqual(known.toSorted())
    expect(unknown).toEqual(gone)
    expect(client.shardsRead).toHaveLength(new Set(client.shardsRead).size)
  })

  test('as an empty selection for no ids', async () => {
    const client = makeArchive()
    const { selection, unknown } = await findPostsById(client, [])
    expect([selection, unknown, client.shardsRead]).toEqual([emptySelection, [], []])
  })

  test('until the signal fires', async () => {
    const client = makeArchive()
    const abort = new AbortController()
    const finding = findPostsById(client, archiveIds, abort.signal)
    abort.abort(new Error('no longer wanted'))
    await expect(finding).rejects.toThrow('no longer wanted')
    expect(client.shardsRead).toEqual([])
  })

  test('unless a shard cannot be loaded: no id is then reported as unknown', async () => {
    const client = makeArchive()
    client.removeQueries({ queryKey: shardQuery(1).queryKey })
    await expect(findPostsById(client, archiveIds)).rejects.toThrow('shard 1')
  })
})

const hourMs = 3_600_000
const firstMs = Date.UTC(2020, 1, 27)

/** A generated archive in some time zone: ids in their order and the days of the calendar. */
const madeArchive = fc
  .record({
    offsetHours: fc.integer({ min: -11, max: 14 }),
    undated: fc.nat({ max: 4 }),
    hours: fc.array(fc.nat({ max: 24 * 9 }), { maxLength: 40 }),
    rowsPerShard: fc.integer({ min: 1, max: 7 }),
  })
  .map(({ offsetHours, undated, hours, rowsPerShard }) => {
    const times = hours.toSorted((a, b) => a - b).map((hour) => firstMs + hour * hourMs)
    const ids = [
      ...Array.from({ length: undated }, (_, at) => toPostId(undefined, toName(at))),
      ...times.map((time, at) => toPostId(toDay(time), toName(undated + at))),
    ]
    const days: CalendarDay[] = undated > 0 ? [{ start: 0, end: undated }] : []
    for (const [at, time] of times.entries()) {
      const day = toDay(time + offsetHours * hourMs)
      const last = days.at(-1)
      const end = undated + at + 1
      if (last?.day === day) last.end = end
      else days.push({ day, start: undated + at, end })
    }
    return { ids, days, rowsPerShard }
  })

function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

/** Eight characters, different for each number. */
function toName(number: number): string {
  return `aaaaaa${'abcdefgh'[Math.floor(number / 8)] ?? 'z'}${'abcdefgh'[number % 8]}`
}

test('finds in any archive what a scan of every row finds, and reads each shard at most once', async () => {
  const strange = fc
    .nat({ max: 12 })
    .map((day) => toPostId(day === 12 ? undefined : toDay(firstMs + day * 24 * hourMs), 'zzzzzzzz'))
  await fc.assert(
    fc.asyncProperty(
      madeArchive,
      fc.array(fc.nat()),
      fc.array(strange, { maxLength: 5 }),
      async ({ ids, days, rowsPerShard }, picks, others) => {
        const picked = picks.flatMap((pick) => ids[pick % ids.length] ?? [])
        const client = makeClient(ids, days, rowsPerShard)
        const { selection, posts, unknown } = await findPostsById(client, [...others, ...picked])
        const expected = ids.flatMap((id, ordinal) => (picked.includes(id) ? [ordinal] : []))
        expect([...toOrdinals(selection)]).toEqual(expected)
        for (const [id, { ordinal, summary }] of posts) {
          expect([ids[ordinal], summary.id]).toEqual([id, id])
        }
        expect(unknown).toEqual([...new Set(others)])
        const mayHold = [...picked, ...others].flatMap((id) =>
          toShardsOfDay(makeCalendar(days), /^\d{4}-\d{2}-\d{2}/.exec(id)?.[0], rowsPerShard),
        )
        expect(new Set(mayHold)).toEqual(new Set([...mayHold, ...client.shardsRead]))
        expect(client.shardsRead).toHaveLength(new Set(client.shardsRead).size)
      },
    ),
    { numRuns: 150 },
  )
})

function makeCalendar(days: CalendarDay[]): Calendar {
  return { timeZone: 'Asia/Shanghai', days }
}
