import type { ArticleBody } from '#contract/body-pack.ts'
import { picturePath } from '#contract/picture-file.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { cardHeight, cardPath, cardWidth } from '#builder/site/page/card-file.ts'

/** The picture in the link preview of an article. */
export interface PreviewImage {
  /** Absolute address. */
  url: string
  /** In pixels; both absent when unknown. */
  width?: number | undefined
  height?: number | undefined
  alt?: string | undefined
  /** Whether it is the archive's card, which is not about the article. */
  isCard: boolean
}

interface PreviewSource {
  summary: PostSummary
  body: ArticleBody
  /** Full address of the site; `undefined` when unknown. */
  address: string | undefined
}

/**
 * The article's own picture (the site's copy, if there is one), else the archive's card; `undefined` where neither has
 * a full address.
 */
export function toPreviewImage({
  summary,
  body,
  address,
}: PreviewSource): PreviewImage | undefined {
  const own = toLeadImage(summary) ?? toStill(summary)
  if (own !== undefined) return { ...own, ...toLocalCopy(own.url, body, address) }
  if (address === undefined) return undefined
  return { url: `${address}${cardPath}`, width: cardWidth, height: cardHeight, isCard: true }
}

function toLeadImage({ leadImage }: PostSummary): PreviewImage | undefined {
  if (leadImage === undefined) return undefined
  const { url, alt, width, height } = leadImage
  const isWhole = width !== undefined && height !== undefined
  return { url, alt, isCard: false, ...(isWhole ? { width, height } : {}) }
}

function toStill({ still }: PostSummary): PreviewImage | undefined {
  return still && { url: still.url, isCard: false }
}

function toLocalCopy(
  wanted: string,
  { localPictures }: ArticleBody,
  address: string | undefined,
): Partial<PreviewImage> {
  const copy = localPictures?.find(({ url }) => url === wanted)
  // Most previewers cannot show AVIF; the original has the format that its source offers to everybody.
  if (address === undefined || copy === undefined || copy.file.endsWith('.avif')) return {}
  const { file, width, height } = copy
  return { url: `${address}${picturePath(file)}`, width, height }
}
