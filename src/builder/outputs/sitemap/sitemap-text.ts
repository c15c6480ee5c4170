import { xmlAround, xmlHead, xmlText } from '#builder/ground/text/xml-text.ts'

const namespace = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }

/** A page for search engines. */
export interface SitemapPage {
  /** Full address. */
  address: string
  /** Instant or day of its last change; absent when unknown. */
  changed: string | undefined
}

/** A list of pages: at most 50,000, says the protocol. */
export function toSitemap(pages: Iterable<SitemapPage>): string {
  const entries: string[] = []
  for (const { address, changed } of pages) {
    const lastmod = changed === undefined ? '' : xmlText('lastmod', changed)
    entries.push(xmlAround('url', xmlText('loc', address) + lastmod))
  }
  return `${xmlHead}${xmlAround('urlset', `\n${entries.join('\n')}\n`, namespace)}\n`
}

/** A list of such lists, by their addresses. */
export function toSitemapIndex(addresses: readonly string[]): string {
  const entries = addresses.map((address) => xmlAround('sitemap', xmlText('loc', address)))
  return `${xmlHead}${xmlAround('sitemapindex', `\n${entries.join('\n')}\n`, namespace)}\n`
}
