import type { PostSummary } from '#contract/timeline-shard.ts'
import type { Settings } from '#reader/storage/settings.ts'

/** A picture that a row can show. */
export type RowImage = NonNullable<PostSummary['still']>

/**
 * The picture of a row that a reader's settings allow: one that the archive keeps, before one of another host. Who wants
 * no pictures in articles gets none here either, unless all are asked for.
 */
export function chooseRowPicture(
  { leadImage, still }: Pick<PostSummary, 'leadImage' | 'still'>,
  { timelinePictures, articlePictures }: Pick<Settings, 'timelinePictures' | 'articlePictures'>,
): RowImage | undefined {
  if (timelinePictures === 'off') return undefined
  if (timelinePictures === 'kept' && articlePictures === 'off') return undefined
  const kept = [leadImage, still].find((image) => image?.file !== undefined)
  return kept ?? (timelinePictures === 'all' ? (leadImage ?? still) : undefined)
}
