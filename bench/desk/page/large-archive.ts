import type { QueryClient } from '@tanstack/react-query'
import { parseFileHash, type FileHash } from '../../../src/contract/file-names.ts'
import { parseManifest } from '../../../src/contract/manifest.ts'
import { schemaVersion } from '../../../src/contract/schema-version.ts'
import type { TimelineShard } from '../../../src/contract/timeline-shard.ts'
import type { Calendar } from '../../../src/core/selection/calendar.ts'
import { toPostId, type PostId } from '../../../src/core/post/post-id.ts'
import { listSelection } from '../../../src/core/selection/selection.ts'
import { directoryQuery, shardQuery } from '../../../src/reader/data/archive/shard-query.ts'
import {
  calendarQuery,
  manifestQuery,
  openingQuery,
} from '../../../src/reader/data/archive/site-queries.ts'
import type { SeenRow } from '../../../src/reader/storage/desk/row-pack.ts'

/** Posts of the archive, on as many days as twenty years have. */
export const archiveRows = 1_000_000
const days = 7_305
const firstDay = Date.UTC(2005, 0, 1)
const rowsPerShard = 16
const shardsPerDirectory = 512

/** The id of the post at an ordinal. */
export function toIdAt(ordinal: number): PostId {
  const day = Math.floor((ordinal * days) / archiveRows)
  return toPostId(new Date(firstDay + day * 86_400_000).toISOString().slice(0, 10), mix(ordinal, 8))
}

/** Where the row at an ordinal was seen. */
export function toSeenRow(ordinal: number): SeenRow {
  const shard = Math.floor(ordinal / rowsPerShard)
  const directory = Math.floor(shard / shardsPerDirectory)
  return {
    id: toIdAt(ordinal),
    ordinal,
    file: toName(shard),
    directory: directory < fullDirectories ? toName(shards + directory) : undefined,
  }
}

/** The newest of them, whose rows have been on the screen: those of a day. */
const shownShards = 10
const shards = archiveRows / rowsPerShard
const fullDirectories = Math.floor(shards / shardsPerDirectory)

/** Gives the cache of a page all that a filter by the desk asks of an archive: nothing has to be fetched. */
export function fillCache(client: QueryClient): void {
  const directories = makeNames(shards, fullDirectories)
  const listed = fullDirectories * shardsPerDirectory
  client.setQueryData(
    manifestQuery().queryKey,
    parseManifest({
      schemaVersion,
      buildId: toName(0),
      title: 'A million posts',
      timeZone: 'UTC',
      languages: [],
      counts: {
        files: archiveRows,
        posts: archiveRows,
        copies: 0,
        versions: 0,
        unreadable: 0,
        problems: 0,
      },
      timeline: {
        rows: archiveRows,
        rowsPerShard,
        shardsPerDirectory,
        directories,
        tail: makeNames(listed, shards - listed),
      },
      opening: toName(1),
      facets: [],
      permalinks: [],
      report: toName(2),
    }),
  )
  for (const [at, hash] of directories.entries()) {
    const names = makeNames(at * shardsPerDirectory, shardsPerDirectory)
    client.setQueryData(directoryQuery(hash).queryKey, { shards: names })
  }
  const calendar = makeCalendar()
  // One post in a hundred has a newer version.
  const superseded = listSelection(
    Uint32Array.from({ length: archiveRows / 100 }, (_, at) => at * 100),
  )
  client.setQueryData(openingQuery().queryKey, { calendar, superseded, newest: [] })
  client.setQueryData(calendarQuery().queryKey, calendar)
  for (let shard = shards - shownShards; shard < shards; shard++) {
    client.setQueryData(shardQuery(shard).queryKey, makeShard(shard * rowsPerShard))
  }
}

function makeShard(firstOrdinal: number): TimelineShard {
  const rows = Array.from({ length: rowsPerShard }, (_, at) => ({
    id: toIdAt(firstOrdinal + at),
    tags: [],
    collection: 'posts',
    kind: 'article' as const,
    length: { count: 1, unit: 'words' as const },
  }))
  return { firstOrdinal, rows, packs: [] }
}

function makeCalendar(): Calendar {
  return {
    timeZone: 'UTC',
    days: Array.from({ length: days }, (_, at) => ({
      day: new Date(firstDay + at * 86_400_000).toISOString().slice(0, 10),
      start: Math.ceil((at * archiveRows) / days),
      end: Math.ceil(((at + 1) * archiveRows) / days),
    })),
  }
}

function makeNames(first: number, count: number): FileHash[] {
  return Array.from({ length: count }, (_, at) => toName(first + at))
}

function toName(number: number): FileHash {
  const name = parseFileHash(mix(number, 26))
  if (name === undefined) throw new Error(`no name for ${number}`)
  return name
}

/** Letters that tell numbers apart and look like those of a hash. */
function mix(number: number, length: number): string {
  let state = Math.imul(number + 1, 0x9e3779b1) >>> 0
  let text = ''
  for (let at = 0; at < length; at++) {
    text += 'abcdefghijklmnopqrstuvwxyz234567'[state >>> 27] ?? ''
    state = (Math.imul(state, 0x85ebca6b) ^ (state >>> 13)) >>> 0
  }
  return text
}
