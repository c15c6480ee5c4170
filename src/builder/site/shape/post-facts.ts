import { toInstantText } from '#core/time/date-text.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'

/** Instant by which the archive orders a post; `undefined` for an undated one. */
export function toOrderedAt(
  post: Pick<OrderedPost, 'cached' | 'instant'> | undefined,
): string | undefined {
  if (post === undefined || !Number.isFinite(post.instant)) return undefined
  return post.cached.row.publishedAt ?? toInstantText(post.instant)
}

/**
 * A well-formed language tag for feeds; `undefined` for anything else, since a page may claim any text as its
 * language.
 */
export function toLanguageTag(language: string | undefined): string | undefined {
  return language !== undefined && /^[a-z]{1,8}(?:-[a-z\d]{1,8}){0,4}$/i.test(language)
    ? language
    : undefined
}
