import { queryOptions } from '@tanstack/react-query'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { fetchRow } from './shard-query.ts'

/** The row of the post at an ordinal; `null` outside the archive. */
export const rowQuery = (ordinal: number) =>
  queryOptions({
    queryKey: ['row', ordinal],
    queryFn: async ({ client }): Promise<PostSummary | null> =>
      (await fetchRow(client, ordinal)) ?? null,
  })
