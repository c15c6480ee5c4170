import type { Output } from '#builder/site/assembly/output.ts'
import { listAllPaths } from './list-plan.ts'
import { verifyLists } from './verify-lists.ts'

/**
 * Lists by month and facet value that work without JavaScript, and what the reader's own pages show before it starts.
 */
export const listsOutput: Output = {
  plan: (site) => ({
    write: async (tools) => {
      // Loaded only here: loading React takes longer than finding out that nothing changed.
      const { writeLists } = await import('./write-lists.ts')
      const roots = await writeLists(site, {
        ...tools,
        facets: tools.parts.get('facets'),
        counts: tools.parts.get('statistics').counts,
      })
      return { lists: { paths: [...listAllPaths(site)], roots } }
    },
  }),
  verify: (_manifest, site) => verifyLists(site),
}
