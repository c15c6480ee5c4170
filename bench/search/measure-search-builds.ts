import { rmSync } from 'node:fs'
import { measureFreshBuild } from '../build/measure-build.ts'
import type { ProcessCost } from '../measure/run-process.ts'
import type { PostSet } from '../posts/post-set.ts'
import type { SearchFigures } from '../report/results.ts'

/** A build that took longer is not run again. */
const longRunMs = 60_000

/** Of more posts the build without search is measured with everything else of a build, and takes too long to do it twice. */
const mostCompared = 200_000

/** Builds with and without search in turn; afterwards `site` holds one with search. */
export async function measureSearchBuilds(
  program: string,
  posts: PostSet,
  { site, runs }: { site: string; runs: number },
): Promise<SearchFigures['built']> {
  const bare = `${site}-none`
  const built: SearchFigures['built'] = { withSearch: [], without: [] }
  for (let run = 1; run <= runs; run++) {
    if (posts.size <= mostCompared) {
      built.without.push(await measureFreshBuild(program, posts, { out: bare, hasSearch: false }))
    }
    built.withSearch.push(await measureFreshBuild(program, posts, { out: site, hasSearch: true }))
    log('without search', run, built.without.at(-1))
    log('with search', run, built.withSearch.at(-1))
    if (built.withSearch.some(({ wallMs }) => wallMs > longRunMs)) break
  }
  for (const folder of [bare, `${bare}.cache`]) rmSync(folder, { recursive: true, force: true })
  return built
}

function log(what: string, run: number, cost: ProcessCost | undefined): void {
  if (cost === undefined) return
  const megabytes = Math.round(cost.peakBytes / 1e6)
  console.log(`  ${what}, run ${run}: ${(cost.wallMs / 1000).toFixed(2)} s, ${megabytes} MB`)
}
