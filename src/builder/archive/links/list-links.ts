import { parseNamedLink } from '#core/address/own-address.ts'
import type { Post } from '#core/post/post.ts'
import type { CachedPost } from '../post/cached-post.ts'
import { isLinkWithin, toLinkNumbers, type LinkPlace } from './link-numbers.ts'
import { listWrittenLinks, type LinkedHtml } from './written-links.ts'

/** What the cache keeps of the links of a post, for `resolveLinks`. */
export function listLinks(
  html: LinkedHtml,
  place: LinkPlace,
  named: Post['namedPosts'] = [],
): Pick<CachedPost, 'links' | 'linksWithin' | 'namedPosts'> {
  const numbers = new Set<number>()
  const names = named.map(({ name, url }) => ({ name, numbers: toLinkNumbers(url, place) }))
  let linksWithin = named.length > 0
  for (const url of listWrittenLinks(html)) {
    const own = toLinkNumbers(url, place)
    for (const number of own) numbers.add(number)
    const link = parseNamedLink(url)
    if (link !== undefined && !link.isWiki) names.push({ name: link.name, numbers: own })
    linksWithin ||= link !== undefined || isLinkWithin(url, place)
  }
  return {
    links: [...numbers],
    linksWithin,
    namedPosts: names.length === 0 ? undefined : names,
  }
}
