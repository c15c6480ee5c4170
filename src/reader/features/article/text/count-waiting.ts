import { leadImageAbove } from '#article/lead-image.tsx'
import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { parseVideoUrl, toThumbnailUrl } from '#core/address/video-url.ts'
import type { FragmentOptions } from './article-fragment.ts'

interface ShownArticle extends Pick<FragmentOptions, 'withPlayers'> {
  summary: PostSummary
  body: ArticleBody
  /** HTML of the parts that are shown: the article or the whole page. */
  parts: readonly string[]
  mode: FragmentOptions['pictures']
}

/** Number of pictures that wait for the reader's consent. The site's own copies wait only when pictures are off. */
export function countWaiting({ summary, body, parts, mode, withPlayers }: ShownArticle): number {
  const free = mode === 'off' ? [] : (body.localPictures ?? []).map(({ url }) => url)
  const still = withPlayers && summary.kind === 'video' ? toStillUrl(body) : undefined
  const above = [leadImageAbove(summary, body)?.url, still]
  let waiting = above.filter((url) => url !== undefined && !free.includes(url)).length
  for (const html of parts) {
    waiting += countText(html, '<img ')
    for (const url of free) waiting -= countText(html, `<img src="${url.replaceAll('&', '&amp;')}"`)
  }
  return waiting
}

function toStillUrl({ sourceUrl = '' }: ArticleBody): string | undefined {
  const video = parseVideoUrl(sourceUrl)
  return video && toThumbnailUrl(video)
}

function countText(html: string, text: string): number {
  return html.split(text).length - 1
}
