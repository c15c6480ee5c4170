import { rm } from 'node:fs/promises'
import { BuildError } from '#builder/ground/build-error.ts'
import type { BuildOptions } from '#builder/site/plan/build-options.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import type { IndexTools, PreparedIndex } from './write-search.ts'

/**
 * The index when the site gets one; else what is kept for it is removed.
 * @throws BuildError when it was stopped; nothing of the site was touched then.
 */
export async function prepareIndex(
  posts: OrderedPost[],
  { search }: Pick<BuildOptions, 'search'>,
  tools: IndexTools,
): Promise<PreparedIndex | undefined> {
  if (search === 'later') return undefined
  if (search === false) {
    await rm(tools.folder, { recursive: true, force: true })
    return undefined
  }
  // Loaded only here: the tables of the search take as long to make as a small site.
  const { prepareSearch } = await import('./write-search.ts')
  const { signal } = tools
  if (signal === undefined) return prepareSearch(posts, tools)
  try {
    const index = await prepareSearch(posts, tools)
    // Merging beside the writing of the site would be quicker, but then there would be no way back.
    await index.merge()
    return index
  } catch (error) {
    if (!signal.aborted) throw error
    const hint = 'What was published before is as it was.'
    throw new BuildError('The build was stopped.', hint, { cause: error })
  }
}
