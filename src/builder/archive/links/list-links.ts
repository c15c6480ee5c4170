import type { Post } from '#core/post/post.ts'
import type { CachedPost } from '../post/cached-post.ts'
import { readLink, type LinkPlace } from './link-numbers.ts'
import { listWrittenLinks, type LinkedHtml } from './written-links.ts'

/** What the cache keeps of the links of a post, for `resolveLinks`. */
export function listLinks(
  html: LinkedHtml,
  place: LinkPlace,
  named: Post['namedPosts'] = [],
): Pick<CachedPost, 'links' | 'linksWithin' | 'namedPosts'> {
  const numbers = new Set<number>()
  const names: NonNullable<CachedPost['namedPosts']> = named.map(({ name, url }) => ({
    name,
    numbers: readLink(url, place).numbers,
  }))
  let linksWithin = named.length > 0
  for (const url of listWrittenLinks(html)) {
    const link = readLink(url, place)
    for (const number of link.numbers) numbers.add(number)
    if (link.named !== undefined) {
      const { name, isWiki } = link.named
      names.push({ name, numbers: link.numbers, ...(isWiki === true ? { isWiki } : {}) })
    }
    linksWithin ||= link.isWithin
  }
  return {
    links: [...numbers],
    linksWithin,
    namedPosts: names.length === 0 ? undefined : names,
  }
}
