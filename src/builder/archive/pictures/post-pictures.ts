import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { listPictureSources } from '#builder/read/clean/serialize-html.ts'

/** The parts of a post that name pictures. */
export interface PicturedPost {
  row: Pick<PostSummary, 'leadImage' | 'still'>
  body: Pick<ArticleBody, 'parts'>
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
  if (row.still !== undefined) addresses.add(row.still.url)
  return [...addresses].filter((address) => address.startsWith('https://'))
}
