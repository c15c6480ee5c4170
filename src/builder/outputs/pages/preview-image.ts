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
 * The article's own picture: the site's copy of the one at its head, else of another one that is large enough, because
 * pictures elsewhere may be gone; else the original of the one at its head; else the archive's card. `undefined` where
 * none has a full address.
 */
export function toPreviewImage({
  summary,
  body,
  address,
}: PreviewSource): PreviewImage | undefined {
  const own = toLeadImage(summary) ?? toStill(summary)
  const kept = address === undefined ? undefined : findKept(own?.url, body, address)
  if (own !== undefined || kept !== undefined) {
    // Words and size of one picture say nothing about another.
    if (kept === undefined) return own
    return { ...(kept.of === own?.url ? own : {}), ...kept.copy, isCard: false }
  }
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

/** Sides of the smallest picture that stands for an article, in pixels: below it are icons and portraits. */
const smallestSide = 200

interface KeptPicture {
  /** Address of the original. */
  of: string
  copy: Pick<PreviewImage, 'url' | 'width' | 'height'>
}

/** The site's copy of the wanted picture, else of the first large one. */
function findKept(
  wanted: string | undefined,
  { localPictures = [] }: ArticleBody,
  address: string,
): KeptPicture | undefined {
  // Most previewers cannot show AVIF; the original has the format that its source offers to everybody.
  const usable = localPictures.filter(({ file, width }) => !file.endsWith('.avif') && width > 0)
  const kept =
    usable.find(({ url }) => url === wanted) ??
    usable.find(({ width, height }) => Math.min(width, height) >= smallestSide)
  if (kept === undefined) return undefined
  const { url: of, file, width, height } = kept
  return { of, copy: { url: `${address}${picturePath(file)}`, width, height } }
}
