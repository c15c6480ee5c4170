import type { Output } from '#builder/site/output/output.ts'
import { verifyPages } from '#builder/site/verify/verify-pages.ts'
import { listAllPaths } from './list-plan.ts'

/** Lists by month and facet value that read without script, and what the reader's own pages show before it has started. */
export const listsOutput: Output = {
  plan: (site) => ({
    write: async (tools) => {
      // Loaded only here: React takes longer than finding out that nothing changed.
      const { writeLists } = await import('./write-lists.ts')
      const roots = await writeLists(site, tools)
      return { lists: { paths: [...listAllPaths(site)], roots } }
    },
  }),
  verify: (_manifest, site) => verifyPages(site, (path) => path.startsWith('browse/')),
}
