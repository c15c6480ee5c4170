import { drawVideoId } from '../plan/address.ts'
import type { BodyInput } from './body.ts'
import { drawParagraphs } from './paragraphs.ts'

/** An item of a blogging platform's feed: paragraphs, an embedded player, and a pixel that counts readers. */
export function writeFeedItem(input: BodyInput): string {
  const { random } = input
  let html = ''
  for (const paragraph of drawParagraphs(input, 140)) {
    html += `<p>${paragraph}</p>`
    if (random.chance(0.04)) {
      html += `<iframe src="//www.youtube.com/embed/${drawVideoId(random)}?feature=oembed" width="854" height="480" frameborder="0"><a href="https://platform.example/media/${random.below(1e6)}">media</a></iframe>`
    }
  }
  return `${html}<img src="https://medium.com/_/stat?event=post.clientViewed&referrerSource=full_rss&postId=${random.below(1e9)}" width="1" height="1" alt="">`
}
