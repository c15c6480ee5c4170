import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { dataPath, type FileHash } from '#contract/file-names.ts'
import { parseOldAddressBucket, parseOldAddressRoot } from '#contract/old-addresses-file.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { findOldPost } from '#core/address/find-old-post.ts'
import type { PostId } from '#core/post/post-id.ts'
import { fetchJson } from '#reader/data/files/fetch-file.ts'
import { toShardsOfDay } from '#reader/data/archive/find-posts.ts'
import { fetchRow, shardQuery } from '#reader/data/archive/shard-query.ts'
import { calendarQuery, manifestQuery } from '#reader/data/archive/site-queries.ts'

const rootQuery = (hash: FileHash) =>
  queryOptions({
    queryKey: ['oldAddresses', hash],
    queryFn: ({ signal }) =>
      fetchJson(dataPath('addresses', hash), parseOldAddressRoot, { hash, signal }),
  })

const bucketQuery = (hash: FileHash) =>
  queryOptions({
    queryKey: ['oldAddressBucket', hash],
    queryFn: ({ signal }) =>
      fetchJson(dataPath('addresses', hash), parseOldAddressBucket, { hash, signal }),
  })

/**
 * Finds the post that an address of the old Jekyll site refers to.
 * @param path below the site's base, starting with `/`.
 * @returns `undefined` when the archive has no such post.
 * @throws DataError when a file it needs could not be loaded.
 */
export async function findOldAddressPost(
  client: QueryClient,
  path: string,
): Promise<PostId | undefined> {
  const manifest = await client.ensureQueryData(manifestQuery())
  return findOldPost(
    {
      manifest,
      readRoot: (hash) => client.ensureQueryData(rootQuery(hash)),
      readBucket: (hash) => client.ensureQueryData(bucketQuery(hash)),
      readRow: (ordinal) => fetchRow(client, ordinal),
      readDay: (day) => readDay(client, day),
    },
    path,
  )
}

async function* readDay(client: QueryClient, day: string): AsyncGenerator<readonly PostSummary[]> {
  const [calendar, { timeline }] = await Promise.all([
    client.ensureQueryData(calendarQuery()),
    client.ensureQueryData(manifestQuery()),
  ])
  for (const shard of toShardsOfDay(calendar, day, timeline.rowsPerShard)) {
    yield (await client.ensureQueryData(shardQuery(shard))).rows
  }
}
