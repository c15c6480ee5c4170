import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { parseVideoUrl, toThumbnailUrl } from '#core/address/video-url.ts'
import { listPictureSources } from '#builder/read/clean/serialize-html.ts'

/** The parts of a post that name pictures. */
export interface PicturedPost {
  row: Pick<PostSummary, 'leadImage' | 'kind'>
  body: Pick<ArticleBody, 'parts' | 'sourceUrl'>
}

/**
 * Addresses of all pictures of a post, deduplicated: the lead image, the pictures in the text, the still of its video.
 */
export function listPictureAddresses({ row, body }: PicturedPost): string[] {
  const addresses = new Set<string>()
  if (row.leadImage !== undefined) addresses.add(row.leadImage.url)
  for (const part of body.parts) {
    for (const source of listPictureSources(part)) addresses.add(source)
  }
  const video = row.kind === 'video' ? parseVideoUrl(body.sourceUrl ?? '') : undefined
  const still = video && toThumbnailUrl(video)
  if (still !== undefined) addresses.add(still)
  return [...addresses].filter((address) => address.startsWith('https://'))
}
