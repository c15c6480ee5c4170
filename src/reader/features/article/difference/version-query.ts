import { queryOptions } from '@tanstack/react-query'
import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import type { PostId } from '#core/post-id.ts'
import { bodyQuery, findPost } from '#reader/data/post-query.ts'

/** A version with all that is compared of it. */
export interface WholeVersion {
  summary: PostSummary
  body: ArticleBody
}

/** Row and body of a version by its id; null when the archive has no such post. */
export const versionQuery = (id: PostId) =>
  queryOptions({
    queryKey: ['version', id],
    queryFn: async ({ client }): Promise<WholeVersion | null> => {
      const found = await findPost(client, id)
      if (found === undefined) return null
      return {
        summary: found.summary,
        body: await client.ensureQueryData(bodyQuery(found.ordinal)),
      }
    },
  })
