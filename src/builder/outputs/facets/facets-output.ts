import type { Output } from '#builder/site/assembly/output.ts'
import { verifyFacets } from './verify-facets.ts'
import { writeFacets } from './write-facets.ts'

/** The values of every facet, and the selection of posts for every value. */
export const facetsOutput: Output = {
  plan: ({ facets }) => ({
    write: async ({ writer }) => ({ facets: await writeFacets(facets, writer) }),
  }),
  verify: verifyFacets,
}
