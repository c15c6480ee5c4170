import { xmlAround, xmlHead, xmlText } from '#core/text/xml-text.ts'

const namespace = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }

/** A page in a sitemap. */
export interface SitemapPage {
  /** Full address. */
  address: string
  /** Instant or day of its last change; absent when unknown. */
  changed: string | undefined
}

/** Serializes a sitemap; the protocol allows at most 50,000 pages. */
export function toSitemap(pages: Iterable<SitemapPage>): string {
  const entries: string[] = []
  for (const { address, changed } of pages) {
    const lastmod = changed === undefined ? '' : xmlText('lastmod', changed)
    entries.push(xmlAround('url', xmlText('loc', address) + lastmod))
  }
  return `${xmlHead}${xmlAround('urlset', `\n${entries.join('\n')}\n`, namespace)}\n`
}

/** Serializes a sitemap index: the addresses of sitemaps. */
export function toSitemapIndex(addresses: readonly string[]): string {
  const entries = addresses.map((address) => xmlAround('sitemap', xmlText('loc', address)))
  return `${xmlHead}${xmlAround('sitemapindex', `\n${entries.join('\n')}\n`, namespace)}\n`
}
