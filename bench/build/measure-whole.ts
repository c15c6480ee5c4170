import { countFiles } from '../measure/count-files.ts'
import type { BenchOptions } from '../options.ts'
import { findPeers, makePeerSite } from '../peers/peer.ts'
import type { PostSet } from '../posts/post-set.ts'
import type { WholeFigures } from '../report/results.ts'
import { measureFreshBuild } from './measure-build.ts'

/** Whole builds, a page for every post and search included, and Hugo's in turn where it is installed; afterwards `out` holds the site. */
export async function measureWholeBuilds(
  program: string,
  posts: PostSet,
  { out, options }: { out: string; options: BenchOptions },
): Promise<WholeFigures> {
  const hugo = findPeers().find(
    ({ name, largestSize }) => name === 'Hugo' && posts.size <= largestSize,
  )
  const peer = hugo && makePeerSite(hugo, posts, options.work)
  const whole: WholeFigures = { costs: [], output: { files: 0, bytes: 0 }, hugo: [] }
  for (let run = 1; run <= options.runs; run++) {
    const own = await measureFreshBuild(program, posts, { out, hasSearch: true, pages: 'all' })
    whole.costs.push(own)
    console.log(`  whole build, run ${run}: ${(own.wallMs / 1000).toFixed(2)} s`)
    if (peer === undefined) continue
    const other = await peer.build()
    whole.hugo.push(other)
    console.log(`  Hugo, run ${run}: ${(other.wallMs / 1000).toFixed(2)} s`)
  }
  return { ...whole, output: countFiles(out) }
}
