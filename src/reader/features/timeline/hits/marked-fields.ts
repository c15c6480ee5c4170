import type { PostSummary } from '#contract/timeline-shard.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import type { MarkedField } from '#reader/data/search-worker/search-messages.ts'

/** The texts of a row in which hits are marked. */
export function toMarkedFields(summary: PostSummary): MarkedField[] {
  return [
    { field: 'title', text: toDisplayTitle(summary) },
    { field: 'body', text: summary.excerpt ?? '' },
  ]
}

/** Whether a row of a search has room for an excerpt: what is found in text that recurs takes the place of one that is missing. */
export function hasExcerpt({ excerpt, isRecurring }: PostSummary): boolean {
  return excerpt !== undefined || isRecurring === true
}
