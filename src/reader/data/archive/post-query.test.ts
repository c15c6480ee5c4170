import { QueryClient } from '@tanstack/react-query'
import { describe, expect, test } from 'vitest'
import type { TimelineShard } from '#contract/timeline-shard.ts'
import { toFileHash } from '#contract/file-names.ts'
import { parseManifest } from '#contract/manifest.ts'
import { schemaVersion } from '#contract/schema-version.ts'
import { parsePostId, type PostId } from '#core/post-id.ts'
import { emptySelection } from '#core/selection.ts'
import { addDays, findPost, toPackHash, toShardsOfDay } from './post-query.ts'
import { shardQuery, toShardPlace } from './shard-query.ts'
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

/** A file hash that differs for each letter. */
const toHash = (letter: string) => toFileHash(new Uint8Array(32).fill(letter.charCodeAt(0)))

test('toShardPlace looks into directories first, then into the tail', () => {
  const timeline = {
    rows: 500,
    rowsPerShard: 64,
    shardsPerDirectory: 3,
    directories: [toHash('a'), toHash('b')],
    tail: [toHash('c'), toHash('d')],
  }
  expect(toShardPlace(timeline, 4)).toEqual({ in: 'directory', hash: toHash('b'), at: 1 })
  expect(toShardPlace(timeline, 6)).toEqual({ in: 'tail', at: 0 })
  expect(toShardPlace(timeline, 8)).toBeUndefined()
  expect(toShardPlace(timeline, -1)).toBeUndefined()
})

function makeId(text: string): PostId {
  const id = parsePostId(text)
  if (id === undefined) throw new Error(`${text} is no id`)
  return id
}

function makeShard(firstOrdinal: number, ids: string[]): TimelineShard {
  return {
    firstOrdinal,
    rows: ids.map((id) => ({
      id: makeId(id),
      tags: [],
      collection: 'society',
      kind: 'article',
      length: { count: 1, unit: 'words' },
    })),
    packs: [
      { firstOrdinal, pack: toHash('p') },
      { firstOrdinal: firstOrdinal + 1, pack: toHash('q') },
    ],
  }
}

test('toPackHash takes the last pack that starts at or before the ordinal', () => {
  const shard = makeShard(4, ['2020-08-30-aaaaaaaa', '2020-08-30-bbbbbbbb'])
  expect(toPackHash(shard, 4)).toBe(toHash('p'))
  expect(toPackHash(shard, 5)).toBe(toHash('q'))
  expect(toPackHash(shard, 3)).toBeUndefined()
})

test('findPost gives ordinal and row, and undefined for an id that is not there', async () => {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Infinity } },
  })
  const counts = { files: 9, posts: 9, copies: 0, versions: 0, unreadable: 0, problems: 0 }
  const manifest = parseManifest({
    schemaVersion,
    buildId: toHash('a'),
    title: 'Harbour news',
    timeZone: 'Asia/Shanghai',
    languages: [],
    counts,
    timeline: { rows: 9, rowsPerShard: 2, shardsPerDirectory: 512, directories: [], tail: [] },
    opening: toHash('a'),
    facets: [],
    permalinks: [],
    report: toHash('a'),
  })
  client.setQueryData(manifestQuery().queryKey, manifest)
  client.setQueryData(openingQuery().queryKey, {
    calendar,
    superseded: emptySelection,
    newest: [],
  })
  client.setQueryData(
    shardQuery(1).queryKey,
    makeShard(2, ['2020-08-29-aaaaaaaa', '2020-08-29-bbbbbbbb']),
  )
  client.setQueryData(
    shardQuery(2).queryKey,
    makeShard(4, ['2020-08-29-cccccccc', '2020-08-30-dddddddd']),
  )
  client.setQueryData(
    shardQuery(3).queryKey,
    makeShard(6, ['2020-08-30-eeeeeeee', '2020-08-31-ffffffff']),
  )
  // 23:30 UTC on the 30th is the 31st in Shanghai: the calendar's next day holds it.
  const found = await findPost(client, makeId('2020-08-30-eeeeeeee'))
  expect(found).toMatchObject({ ordinal: 6, summary: { id: '2020-08-30-eeeeeeee' } })
  await expect(findPost(client, makeId('2020-08-30-zzzzzzzz'))).resolves.toBeUndefined()
})
