import { queryOptions } from '@tanstack/react-query'
import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import type { PostId } from '#core/post/post-id.ts'
import { bodyQuery } from './body-query.ts'
import { findPost } from './find-posts.ts'

/** A post with everything its page shows. */
export interface Article {
  summary: PostSummary
  body: ArticleBody
  /**
   * Present when the article came from its prerendered page instead of the archive's files. `hasPage`: whether its body
   * in the archive has a `page`, which this one lacks.
   */
  carried?: { hasPage: boolean }
}

/** Row and body of a post by its id; null when the archive has no such post. */
export const articleQuery = (id: PostId) =>
  queryOptions({
    queryKey: ['article', id],
    queryFn: async ({ client }): Promise<Article | null> => {
      const found = await findPost(client, id)
      if (found === undefined) return null
      return {
        summary: found.summary,
        body: await client.ensureQueryData(bodyQuery(found.ordinal)),
      }
    },
  })

/** The body of a post as stored in its pack, including `page`; null when the archive no longer has the post. */
export const packedBodyQuery = (id: PostId) =>
  queryOptions({
    queryKey: ['packed-body', id],
    queryFn: async ({ client }): Promise<ArticleBody | null> => {
      const found = await findPost(client, id)
      return found === undefined ? null : client.ensureQueryData(bodyQuery(found.ordinal))
    },
  })
