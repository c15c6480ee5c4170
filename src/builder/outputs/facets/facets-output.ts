import type { Output } from '#builder/site/assembly/output.ts'
import { verifyFacets } from './verify-facets.ts'
import { writeFacets } from '#shape/facets/write-facets.ts'

/** The values of every facet: a selection of posts for every value, and a column of values for all posts. */
export const facetsOutput: Output = {
  plan: ({ facets, posts }) => ({
    write: async ({ writer }) => ({
      facets: await writeFacets(facets, { rows: posts.length, writer }),
    }),
  }),
  verify: verifyFacets,
}
