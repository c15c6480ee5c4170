import type { Output } from '#builder/site/assembly/output.ts'
import { toRobotsFile } from './robots-file.ts'
import { writeSitemap } from './write-sitemap.ts'

/** Files for crawlers: `robots.txt`, and the sitemap where the full address of the site is known. */
export const sitemapOutput: Output = {
  plan: (site) => ({
    write: async ({ writer, groups, parts }) => {
      const { address } = site
      await writer.writePage('robots.txt', toRobotsFile(address))
      if (address === undefined) return {}
      const otherPaths = parts.get('lists').paths
      await writeSitemap({ ...site, address }, { writer, groups, otherPaths })
      return {}
    },
  }),
  verify: async (_manifest, site) => {
    // Loaded only here: builds do without an XML parser.
    const { verifySitemap } = await import('./verify-sitemap.ts')
    return verifySitemap(site)
  },
}
