import { sitemapPath } from './sitemap-path.ts'

/** The robots.txt (RFC 9309): allows everything, and names the sitemap where the full address of the site is known. */
export function toRobotsFile(address: string | undefined): string {
  const allow = 'User-agent: *\nAllow: /\n'
  return address === undefined ? allow : `${allow}\nSitemap: ${address}${sitemapPath}\n`
}
