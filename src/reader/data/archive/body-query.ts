import { queryOptions } from '@tanstack/react-query'
import type { ArticleBody } from '#contract/body-pack.ts'
import type { FileHash } from '#contract/file-names.ts'
import { toShardNumber, type TimelineShard } from '#contract/timeline-shard.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { bodyAt, fetchPack } from './fetch-pack.ts'
import { shardQuery } from './shard-query.ts'
import { manifestQuery } from './site-queries.ts'

/** A pack of bodies, by its hash. An article's neighbours arrive with it. */
export const packQuery = (hash: FileHash) =>
  queryOptions({
    queryKey: ['pack', hash],
    queryFn: ({ signal }) => fetchPack(hash, signal),
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
      return bodyAt(await client.ensureQueryData(packQuery(hash)), ordinal)
    },
  })

/** The pack that holds an ordinal: the last one that starts at or before it. */
export function toPackHash(shard: TimelineShard, ordinal: number): FileHash | undefined {
  return shard.packs.findLast((pack) => pack.firstOrdinal <= ordinal)?.pack
}
