import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { dataPath, type FileHash } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import { parseShardDirectory } from '#contract/shard-directory.ts'
import {
  parseTimelineShard,
  toShardNumber,
  type PostSummary,
  type TimelineShard,
} from '#contract/timeline-shard.ts'
import type { PostId } from '#core/post/post-id.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { fetchJson } from '#reader/data/files/fetch-file.ts'
import { manifestQuery, openingQuery } from './site-queries.ts'

/** A full directory of shards, by its hash. */
export const directoryQuery = (hash: FileHash) =>
  queryOptions({
    queryKey: ['directory', hash],
    queryFn: ({ signal }) =>
      fetchJson(dataPath('directories', hash), parseShardDirectory, { hash, signal }),
  })

/** A shard by its number, wherever it is listed. */
export const shardQuery = (shard: number) =>
  queryOptions({
    queryKey: ['shard', shard],
    queryFn: async ({ client, signal }) => {
      // The opening, which every view needs, holds the first screen's rows; finding any other shard starts there too.
      const { newest } = await client.ensureQueryData(openingQuery())
      const { timeline } = await client.ensureQueryData(manifestQuery())
      const own = newest.find(
        ({ firstOrdinal }) => toShardNumber(firstOrdinal, timeline.rowsPerShard) === shard,
      )
      if (own !== undefined) return own
      const hash = await findShardHash(client, shard)
      return fetchJson(dataPath('timeline', hash), parseTimelineShard, { hash, signal })
    },
  })

/** Ordinals of those of some posts whose rows are in memory. Nothing is requested. */
export function findLoadedPosts(
  client: QueryClient,
  ids: Iterable<PostId>,
): ReadonlyMap<PostId, number> {
  const wanted = new Set(ids)
  const found = new Map<PostId, number>()
  for (const [, shard] of client.getQueriesData<TimelineShard>({ queryKey: ['shard'] })) {
    for (const [at, { id }] of (shard?.rows ?? []).entries())
      if (wanted.has(id)) found.set(id, (shard?.firstOrdinal ?? 0) + at)
  }
  return found
}

/** Where a shard is listed. */
export type ShardPlace =
  // At an index of the manifest's tail, or of a directory.
  { in: 'tail'; at: number } | { in: 'directory'; hash: FileHash; at: number }

/** Finds where a shard is listed; `undefined` when the archive has no such shard. */
export function toShardPlace(
  timeline: Manifest['timeline'],
  shard: number,
): ShardPlace | undefined {
  const directory = Math.floor(shard / timeline.shardsPerDirectory)
  const hash = timeline.directories[directory]
  if (hash !== undefined) return { in: 'directory', hash, at: shard % timeline.shardsPerDirectory }
  const at = shard - timeline.directories.length * timeline.shardsPerDirectory
  return at >= 0 && at < timeline.tail.length ? { in: 'tail', at } : undefined
}

/** Hash of a shard, wherever it is listed. @throws DataError `contract` when the archive has no such shard. */
export async function findShardHash(client: QueryClient, shard: number): Promise<FileHash> {
  const { timeline } = await client.ensureQueryData(manifestQuery())
  const place = toShardPlace(timeline, shard)
  if (place === undefined) throw new DataError('contract', `shard ${shard}`, {})
  const shards =
    place.in === 'tail'
      ? timeline.tail
      : (await client.ensureQueryData(directoryQuery(place.hash))).shards
  const hash = shards[place.at]
  if (hash === undefined) throw new DataError('contract', `shard ${shard}`, {})
  return hash
}

/** The row at an ordinal, from its shard. */
export function toRow(shard: TimelineShard, ordinal: number): PostSummary | undefined {
  return shard.rows[ordinal - shard.firstOrdinal]
}

/**
 * The row at an ordinal.
 * @returns `undefined` outside the archive.
 * @throws DataError when its shard could not be loaded.
 */
export async function fetchRow(
  client: QueryClient,
  ordinal: number,
): Promise<PostSummary | undefined> {
  const { timeline } = await client.ensureQueryData(manifestQuery())
  if (ordinal < 0 || ordinal >= timeline.rows) return undefined
  const shard = toShardNumber(ordinal, timeline.rowsPerShard)
  return toRow(await client.ensureQueryData(shardQuery(shard)), ordinal)
}
