import type { Output } from '#builder/site/assembly/output.ts'
import { makeLinkSettler } from '#builder/archive/targets/settle-links.ts'
import { writeFeeds } from './write-feeds.ts'

/** Feeds of the archive and of facet values, and the OPML list of them. They need the full address of the site. */
export const feedsOutput: Output = {
  plan: (site) => {
    const { address, options } = site
    if (address === undefined || options.feeds === 'none') return undefined
    return {
      write: async ({ parts, ...tools }) => ({
        feeds: await writeFeeds(
          { ...site, address },
          {
            ...tools,
            pictures: parts.get('pictures'),
            settleLinks: makeLinkSettler(site.discovery.collections),
          },
        ),
      }),
    }
  },
  verify: async (manifest, site) => {
    // Loaded only here: builds do without an XML parser.
    const { verifyFeeds } = await import('./verify-feeds.ts')
    return verifyFeeds(manifest, site)
  },
}
