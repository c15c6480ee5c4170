import type { Post } from '#core/post/post.ts'
import type { CachedPost } from '../post/cached-post.ts'
import { isOwnAddress } from '#core/address/own-address.ts'
import { parseUrl } from '#core/address/parse-url.ts'
import { readLink, type LinkPlace } from './link-numbers.ts'
import { listWrittenLinks, type LinkedHtml } from './written-links.ts'

/** What the cache keeps of the links of a post, for `resolveLinks`. */
export function listLinks(
  html: LinkedHtml,
  place: LinkPlace,
  { namedPosts: named = [], sourceUrl }: Pick<Post, 'namedPosts' | 'sourceUrl'>,
): Pick<CachedPost, 'links' | 'linksWithin' | 'linkHosts' | 'namedPosts'> {
  const numbers = new Set<number>()
  const names: NonNullable<CachedPost['namedPosts']> = named.map(({ name, url }) => ({
    name,
    numbers: readLink(url, place).numbers,
  }))
  let linksWithin = named.length > 0
  const hosts = new Set<string>()
  const isHostless = sourceUrl === undefined && isOwnAddress(place.root)
  for (const url of listWrittenLinks(html)) {
    const link = readLink(url, place)
    for (const number of link.numbers) numbers.add(number)
    if (link.named !== undefined) {
      const { name, isWiki } = link.named
      names.push({ name, numbers: link.numbers, ...(isWiki === true ? { isWiki } : {}) })
    }
    linksWithin ||= link.isWithin
    const host = isHostless && hosts.size < mostHosts ? toPageHost(url) : undefined
    if (host !== undefined) hosts.add(host)
  }
  return {
    links: [...numbers],
    linksWithin,
    ...(hosts.size === 0 ? {} : { linkHosts: [...hosts] }),
    namedPosts: names.length === 0 ? undefined : names,
  }
}

// More than that in one post are a list of links.
const mostHosts = 40

/** Host of a page on a site elsewhere; `undefined` for a front page. */
function toPageHost(url: string): string | undefined {
  const { host, pathname } = parseUrl(url) ?? {}
  if (host === undefined || pathname === '/' || isOwnAddress(url)) return undefined
  return host.replace(/^www\./, '')
}
