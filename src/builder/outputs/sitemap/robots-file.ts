import { sitemapPath } from './sitemap-path.ts'

/** What robots may do (RFC 9309): everything, and where the list of all pages is, when the site's full address is known. */
export function toRobotsFile(address: string | undefined): string {
  const allow = 'User-agent: *\nAllow: /\n'
  return address === undefined ? allow : `${allow}\nSitemap: ${address}${sitemapPath}\n`
}
