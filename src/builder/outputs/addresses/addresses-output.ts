import type { Output } from '#builder/site/assembly/output.ts'
import { toOldSites } from './old-sites.ts'
import { planRedirects } from './plan-redirects.ts'
import { verifyAddresses } from './verify-addresses.ts'
import { writeAddresses } from './write-addresses.ts'
import { writeRedirects } from './write-redirects.ts'

/** What leads from old addresses to posts: tables for the reader, and redirect pages where they are asked for. */
export const addressesOutput: Output = {
  plan: (site) => {
    const sites = toOldSites(site.discovery.collections, site.place.base)
    const redirects =
      site.options.redirectPages === true ? planRedirects(site.posts, sites) : undefined
    return {
      problems: redirects?.problems ?? [],
      write: async ({ writer, groups }) => {
        if (redirects !== undefined) await writeRedirects(site, redirects, { writer, groups })
        return writeAddresses(site, sites, writer)
      },
    }
  },
  verify: verifyAddresses,
}
