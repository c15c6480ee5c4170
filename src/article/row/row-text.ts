import type { PostSummary } from '#contract/timeline-shard.ts'
import type { TimeFlag } from '#core/post/post.ts'

/** Flags that cast doubt on the time a row shows. A missing second record is too common to mark. */
const doubtfulFlags: ReadonlySet<TimeFlag> = new Set([
  'dateFromFileName',
  'epochInvalid',
  'epochDiffers',
  'datelineDiffers',
])

/** The flags of a row that deserve a mark. */
export function toDoubts(summary: Pick<PostSummary, 'timeFlags'>): TimeFlag[] {
  return (summary.timeFlags ?? []).filter((flag) => doubtfulFlags.has(flag))
}

/** Byline of a row: who and where, in display order, without unknown or repeated parts. */
export function toByline({
  author,
  sourceHost,
  collection,
}: Pick<PostSummary, 'author' | 'sourceHost' | 'collection'>): string[] {
  return [...new Set([sourceHost ?? collection, ...(author === undefined ? [] : [author])])]
}
