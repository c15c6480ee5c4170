import type { Output } from '#builder/site/output/output.ts'
import { verifyPages } from '#builder/site/verify/verify-pages.ts'
import { listBrowsePaths } from './browse-plan.ts'

/** Lists by month and facet value that read without script, and what the reader's own pages show before it has started. */
export const listsOutput: Output = {
  plan: (site) => ({
    write: async (tools) => {
      // Loaded only here: React takes longer than finding out that nothing changed.
      const { writeBrowse } = await import('./write-browse.ts')
      const roots = await writeBrowse(site, tools)
      return { lists: { paths: [...listBrowsePaths(site)], roots } }
    },
  }),
  verify: (_manifest, site) => verifyPages(site, (path) => path.startsWith('browse/')),
}
