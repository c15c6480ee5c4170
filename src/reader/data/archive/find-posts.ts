import type { QueryClient } from '@tanstack/react-query'
import { toShardNumber, type PostSummary } from '#contract/timeline-shard.ts'
import { findCalendarDay, type Calendar } from '#core/selection/calendar.ts'
import { toUtcDay, type PostId } from '#core/post/post-id.ts'
import { listSelection, type Selection } from '#core/selection/selection.ts'
import { ConcurrencyLimit } from '#reader/data/scheduling/concurrency-limit.ts'
import { shardQuery } from './shard-query.ts'
import { calendarQuery, manifestQuery } from './site-queries.ts'

/** Most shards that one lookup reads at the same time. */
const shardsAtOnce = 6

/** A post and its place in the archive. */
export interface PlacedPost {
  ordinal: number
  summary: PostSummary
}

/** What this archive knows about some post ids. */
export interface PostsById {
  /** The posts that exist, as the selection every view takes. */
  selection: Selection
  posts: ReadonlyMap<PostId, PlacedPost>
  /** Ids without a post, in the given order: never in this archive, or no longer. */
  unknown: readonly PostId[]
}

/**
 * Finds posts by their ids, such as those a reader has saved: the day in an id leads to a few ordinals, whose shards
 * hold the row. A shard that several ids need is read once, and the neighbouring days are read only when an id is not
 * found on its own day.
 * @throws DataError when a shard could not be loaded; the signal's reason when it fires, after which no further shard
 * is read.
 */
export async function findPostsById(
  client: QueryClient,
  ids: Iterable<PostId>,
  signal: AbortSignal = new AbortController().signal,
): Promise<PostsById> {
  const [calendar, { timeline }] = await Promise.all([
    client.ensureQueryData(calendarQuery()),
    client.ensureQueryData(manifestQuery()),
  ])
  const wanted = new Set(ids)
  const posts = new Map<PostId, PlacedPost>()
  const limit = new ConcurrencyLimit(shardsAtOnce)
  const read = async (shard: number): Promise<void> => {
    const load = () => client.ensureQueryData(shardQuery(shard))
    const { firstOrdinal, rows } = await limit.run(load, signal)
    for (const [at, summary] of rows.entries()) {
      for (const id of [summary.id, summary.formerId]) {
        if (id !== undefined && wanted.has(id))
          posts.set(id, { ordinal: firstOrdinal + at, summary })
      }
    }
  }
  const waiting = new Map(
    [...wanted].map((id) => [id, toShardsOfDay(calendar, toUtcDay(id), timeline.rowsPerShard)]),
  )
  const shardsRead = new Set<number>()
  while (waiting.size > 0) {
    const next = listNextShards(waiting, shardsRead)
    await Promise.all([...next].map(read))
    signal.throwIfAborted()
    for (const shard of next) shardsRead.add(shard)
    for (const id of waiting.keys()) if (posts.has(id)) waiting.delete(id)
  }
  const ordinals = Uint32Array.from(
    new Set([...posts.values()].map(({ ordinal }) => ordinal)),
  ).sort()
  const unknown = [...wanted].filter((id) => !posts.has(id))
  return { selection: listSelection(ordinals), posts, unknown }
}

/**
 * The most likely unread shard of each id still waiting. Removes ids whose shards have all been read: they are unknown.
 */
function listNextShards(waiting: Map<PostId, number[]>, shardsRead: Set<number>): Set<number> {
  const next = new Set<number>()
  for (const [id, shards] of waiting) {
    const shard = shards.find((candidate) => !shardsRead.has(candidate))
    if (shard === undefined) waiting.delete(id)
    else next.add(shard)
  }
  return next
}

/** Finds one post; `undefined` when the archive does not have it. Throws as `findPostsById` does. */
export async function findPost(
  client: QueryClient,
  id: PostId,
  signal?: AbortSignal,
): Promise<PlacedPost | undefined> {
  return (await findPostsById(client, [id], signal)).posts.get(id)
}

/**
 * Shards that may hold a post of a UTC day, the most likely first; without a day, those of the undated posts. The
 * calendar's days are in the archive's time zone, so the neighbouring days may hold it too.
 */
export function toShardsOfDay(
  calendar: Calendar,
  utcDay: string | undefined,
  rowsPerShard: number,
): number[] {
  // A day that does not exist must not lead to the undated posts.
  const days =
    utcDay === undefined
      ? [undefined]
      : [0, -1, 1].map((step) => addDays(utcDay, step)).filter((day) => day !== undefined)
  const shards = new Set<number>()
  for (const day of days) {
    const entry = findCalendarDay(calendar, day)
    if (entry === undefined) continue
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
