import type { PostSummary } from '#contract/timeline-shard.ts'
import type { TimeFlag } from '#core/post/post.ts'

/** Flags that cast doubt on the time a row shows. A missing second record is too common to mark. */
const doubtfulFlags: ReadonlySet<TimeFlag> = new Set([
  'monthOnly',
  'yearOnly',
  'dateInPart',
  'dateFromFileName',
  'epochInvalid',
  'epochDiffers',
  'datelineDiffers',
])

/** Id of the title of a row, which names the row. */
export function toTitleId(id: PostSummary['id']): string {
  return `title-${id}`
}

/** The flags of a row that deserve a mark. */
export function toDoubts(summary: Pick<PostSummary, 'timeFlags'>): TimeFlag[] {
  return (summary.timeFlags ?? []).filter((flag) => doubtfulFlags.has(flag))
}
