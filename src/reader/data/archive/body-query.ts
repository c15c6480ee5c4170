import { queryOptions } from '@tanstack/react-query'
import { parseBodyPack, type ArticleBody } from '#contract/body-pack.ts'
import { dataPath, type FileHash } from '#contract/file-names.ts'
import { toShardNumber, type TimelineShard } from '#contract/timeline-shard.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { fetchJson } from '#reader/data/files/fetch-file.ts'
import { shardQuery } from './shard-query.ts'
import { manifestQuery } from './site-queries.ts'

/** A pack of bodies, by its hash. An article's neighbours arrive with it. */
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
