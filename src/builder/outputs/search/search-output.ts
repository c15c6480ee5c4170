import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { BuildError } from '#builder/ground/build-error.ts'
import type { Output, PlannedOutput, PrepareTools } from '#builder/site/assembly/output.ts'
import type { SitePlan } from '#builder/site/plan/site-plan.ts'
import { verifySearch } from './verify-search.ts'
import type { PreparedIndex } from './write-search.ts'

/**
 * The search index. Posts are indexed before the site is touched; segments are merged while everything else is written.
 */
export const searchOutput: Output = {
  plan: ({ posts, options }) => {
    if (options.search === 'later') return undefined
    return options.search === false ? withoutIndex : planIndexing(posts)
  },
  verify: verifySearch,
}

const toFolder = ({ cacheFolder }: PrepareTools) => join(cacheFolder, 'search')

/** Removes the cache of the index. */
const withoutIndex: PlannedOutput = {
  prepare: (tools) => rm(toFolder(tools), { recursive: true, force: true }),
  write: () => Promise.resolve({}),
}

function planIndexing(posts: SitePlan['posts']): PlannedOutput {
  let index: PreparedIndex | undefined
  return {
    isIndependent: true,
    prepare: async (tools) => {
      index = await prepare(posts, tools)
    },
    write: async () => {
      if (index === undefined) throw new Error('The search index was not prepared.')
      return { search: await index.write() }
    },
  }
}

async function prepare(posts: SitePlan['posts'], tools: PrepareTools): Promise<PreparedIndex> {
  // Loaded only here: setting up the tables of the search takes as long as building a small site.
  const { prepareSearch } = await import('./write-search.ts')
  const { signal, segmentSizes: sizes } = tools
  const indexing = { ...tools, sizes, folder: toFolder(tools) }
  if (signal === undefined) return prepareSearch(posts, indexing)
  try {
    const index = await prepareSearch(posts, indexing)
    // Merging while the site is written would be faster, but then the build could no longer be stopped cleanly.
    await index.merge()
    return index
  } catch (error) {
    if (!signal.aborted) throw error
    const hint = 'The published site is unchanged.'
    throw new BuildError('The build was stopped.', hint, { cause: error })
  }
}
