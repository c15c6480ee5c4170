import type { Output } from '#builder/site/assembly/output.ts'
import { keepsNone, makeSourceKeeper } from './write-sources.ts'

/**
 * The source files as they are, where the keeper wants readers to have them; written while the timeline writes the posts
 * that were read from them. It verifies them as well, with their bodies.
 */
export const sourcesOutput: Output = {
  plan: ({ sources }) => ({
    write: ({ writer }) =>
      Promise.resolve({
        sources: sources === undefined ? keepsNone : makeSourceKeeper(sources, writer),
      }),
  }),
  verify: () => Promise.resolve([]),
}
