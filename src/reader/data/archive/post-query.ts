import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { parseBodyPack, type ArticleBody } from '#contract/body-pack.ts'
import { dataPath, type FileHash } from '#contract/file-names.ts'
import { toShardNumber, type PostSummary, type TimelineShard } from '#contract/timeline-shard.ts'
import type { Calendar } from '#core/calendar.ts'
import { toUtcDay, type PostId } from '#core/post-id.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { fetchJson } from '#reader/data/files/fetch-file.ts'
import { shardQuery, toRow } from './shard-query.ts'
import { calendarQuery, manifestQuery } from './site-queries.ts'

/** A post and its place in the archive. */
export interface FoundPost {
  ordinal: number
  summary: PostSummary
}

/**
 * Finds a post by its id: the day in the id leads to a few ordinals, their shards hold the row.
 * @returns `undefined` when the archive has no such post.
 * @throws DataError when a file on the way could not be had.
 */
export async function findPost(client: QueryClient, id: PostId): Promise<FoundPost | undefined> {
  const [calendar, { timeline }] = await Promise.all([
    client.ensureQueryData(calendarQuery()),
    client.ensureQueryData(manifestQuery()),
  ])
  for (const shard of toShardsOfDay(calendar, toUtcDay(id), timeline.rowsPerShard)) {
    const { firstOrdinal, rows } = await client.ensureQueryData(shardQuery(shard))
    const at = rows.findIndex((row) => row.id === id)
    const summary = rows[at]
    if (summary !== undefined) return { ordinal: firstOrdinal + at, summary }
  }
  return undefined
}

/**
 * Shards that may hold a post of a UTC day, the likeliest first; without a day, those of the undated posts. The
 * calendar's days belong to the archive's zone, so the neighbours of the day may hold it too.
 */
export function toShardsOfDay(
  calendar: Calendar,
  utcDay: string | undefined,
  rowsPerShard: number,
): number[] {
  const days = utcDay === undefined ? [undefined] : [0, -1, 1].map((step) => addDays(utcDay, step))
  const shards = new Set<number>()
  for (const day of days) {
    const entry = calendar.days.find((candidate) => candidate.day === day)
    // A day that does not exist must not lead to the undated posts.
    if (entry === undefined || (entry.day === undefined && utcDay !== undefined)) continue
    const last = toShardNumber(entry.end - 1, rowsPerShard)
    for (let shard = toShardNumber(entry.start, rowsPerShard); shard <= last; shard++) {
      shards.add(shard)
    }
  }
  return [...shards]
}

/** Moves a day (`YYYY-MM-DD`) by a number of days; `undefined` for a day that does not exist. */
export function addDays(day: string, step: number): string | undefined {
  const time = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(time)
    ? undefined
    : new Date(time + step * 86_400_000).toISOString().slice(0, 10)
}

/**
 * The row of an ordinal.
 * @returns `undefined` outside the archive.
 * @throws DataError when its shard could not be had.
 */
export async function postAt(
  client: QueryClient,
  ordinal: number,
): Promise<PostSummary | undefined> {
  const { timeline } = await client.ensureQueryData(manifestQuery())
  if (ordinal < 0 || ordinal >= timeline.rows) return undefined
  const shard = toShardNumber(ordinal, timeline.rowsPerShard)
  return toRow(await client.ensureQueryData(shardQuery(shard)), ordinal)
}

/** A pack of bodies, by its hash: neighbours of an article come with it. */
export const packQuery = (hash: FileHash) =>
  queryOptions({
    queryKey: ['pack', hash],
    queryFn: ({ signal }) => fetchJson(dataPath('bodies', hash), parseBodyPack, { hash, signal }),
  })

/** The body of the post at an ordinal. */
export const bodyQuery = (ordinal: number) =>
  queryOptions({
    queryKey: ['body', ordinal],
    queryFn: async ({ client }): Promise<ArticleBody> => {
      const { timeline } = await client.ensureQueryData(manifestQuery())
      const shard = toShardNumber(ordinal, timeline.rowsPerShard)
      const hash = toPackHash(await client.ensureQueryData(shardQuery(shard)), ordinal)
      if (hash === undefined) throw new DataError('contract', `body ${ordinal}`, {})
      const pack = await client.ensureQueryData(packQuery(hash))
      const body = pack.bodies[ordinal - pack.firstOrdinal]
      if (body === undefined) throw new DataError('contract', dataPath('bodies', hash), {})
      return body
    },
  })

/** The pack that holds an ordinal: the last one that starts at or before it. */
export function toPackHash(shard: TimelineShard, ordinal: number): FileHash | undefined {
  return shard.packs.findLast((pack) => pack.firstOrdinal <= ordinal)?.pack
}
