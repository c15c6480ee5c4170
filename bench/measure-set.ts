import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { measureReader } from './browser/measure-reader.ts'
import { measureFreshBuild, measureRebuilds } from './build/measure-build.ts'
import { measureDev } from './build/measure-dev.ts'
import { measureWholeBuilds } from './build/measure-whole.ts'
import { ratePages } from './lighthouse/rate-pages.ts'
import { countFiles } from './measure/count-files.ts'
import type { ProcessCost } from './measure/run-process.ts'
import type { BenchOptions } from './options.ts'
import { findPeers, makePeerSite, type Peer, type PeerSite } from './peers/peer.ts'
import type { PostSet } from './posts/post-set.ts'
import { describeMachine, readLoad } from './report/machine.ts'
import type { SetResults } from './report/results.ts'
import { measureSearch } from './search/measure-search.ts'

/** A program that took longer is not run again: its median would cost more than it tells. */
const longRunMs = 60_000

/** What a run is asked for, and who keeps what was measured so far: a part that fails must not lose hours of others. */
interface MeasureOptions extends BenchOptions {
  onMeasured: (results: SetResults) => void
}

/** Measures everything that is asked for on one set of posts. `program` is the bundled command line. */
export async function measureSet(
  program: string,
  posts: PostSet,
  { onMeasured, ...options }: MeasureOptions,
): Promise<SetResults> {
  const results: SetResults = {
    name: posts.name,
    size: posts.size,
    measuredOn: new Date().toISOString().slice(0, 10),
    machine: describeMachine(),
    loadBefore: readLoad(),
  }
  const site = join(options.work, `site-${posts.name.replaceAll(/\W/g, '-')}`)
  const { parts } = options
  const needsSite = parts.includes('rebuild') || parts.includes('browser')
  if (parts.includes('build') || parts.includes('peers') || (needsSite && !existsSync(site))) {
    const peers = parts.includes('peers') ? findPeers() : []
    Object.assign(results, await measureBuilds({ program, posts, site, peers, options }))
    onMeasured(results)
  }
  if (parts.includes('rebuild')) {
    results.rebuild = await measureRebuildRuns(program, posts, { site, options })
    onMeasured(results)
  }
  if (parts.includes('browser')) {
    console.log('  reading in the browser')
    results.reader = await measureReader(program, site)
    onMeasured(results)
  }
  if (parts.includes('dev')) {
    results.dev = await measureDev(program, posts, options.work)
    onMeasured(results)
  }
  if (parts.includes('search')) {
    results.search = await measureSearch(program, posts, options)
    onMeasured(results)
  }
  Object.assign(results, await measureWhole(program, posts, options))
  return results
}

/** Whole builds, and what Lighthouse says about pages of the site they leave. */
async function measureWhole(
  program: string,
  posts: PostSet,
  options: BenchOptions,
): Promise<Pick<SetResults, 'whole' | 'lighthouse'>> {
  const { parts, runs, work } = options
  const out = join(work, `site-${posts.name.replaceAll(/\W/g, '-')}-whole`)
  const isRated = parts.includes('lighthouse')
  const isBuilt = parts.includes('whole') || (isRated && !existsSync(out))
  const whole = isBuilt ? await measureWholeBuilds(program, posts, { out, options }) : undefined
  const rated = isRated ? await ratePages(program, { folder: out, runs, work }) : undefined
  return { ...(whole && { whole }), ...(rated && { lighthouse: rated }) }
}

interface BuildPlan {
  program: string
  posts: PostSet
  site: string
  peers: readonly Peer[]
  options: BenchOptions
}

/** Broadsheet and its peers in turn, so that a slow moment of the machine hits all of them. */
async function measureBuilds(plan: BuildPlan): Promise<Pick<SetResults, 'build' | 'peers'>> {
  const { program, posts, site, options } = plan
  const peers: PeerRuns[] = plan.peers
    .filter(({ largestSize }) => posts.size <= largestSize)
    .map((peer) => ({ peer, peerSite: makePeerSite(peer, posts, options.work), costs: [] }))
  const fresh: ProcessCost[] = []
  for (let run = 1; run <= options.runs; run++) {
    if (!isLong(fresh)) {
      fresh.push(await measureFreshBuild(program, posts, { out: site, hasSearch: false }))
      logCost(`broadsheet, run ${run}`, fresh.at(-1))
    }
    for (const peer of peers) await runPeer(peer, run)
  }
  return {
    build: { fresh, output: countFiles(site) },
    ...(plan.peers.length === 0 ? {} : { peers: peers.map(toPeerResults) }),
  }
}

interface PeerRuns {
  peer: Peer
  peerSite: PeerSite
  costs: ProcessCost[]
}

function toPeerResults({ peer, peerSite, costs }: PeerRuns) {
  return { name: peer.name, version: peer.version, leftOut: peerSite.leftOut, costs }
}

async function runPeer({ peer, peerSite, costs }: PeerRuns, run: number): Promise<void> {
  if (isLong(costs)) return
  costs.push(await peerSite.build())
  logCost(`${peer.name}, run ${run}`, costs.at(-1))
}

function isLong(costs: readonly ProcessCost[]): boolean {
  return costs.some(({ wallMs }) => wallMs > longRunMs)
}

async function measureRebuildRuns(
  program: string,
  posts: PostSet,
  { site, options }: { site: string; options: BenchOptions },
): Promise<SetResults['rebuild']> {
  const runs = []
  for (let run = 1; run <= options.runs; run++) {
    const costs = await measureRebuilds(program, posts, site)
    runs.push(costs)
    logCost(`rebuild, nothing changed, run ${run}`, costs.unchanged)
    logCost(`rebuild, one post added, run ${run}`, costs.oneAdded)
  }
  return {
    unchanged: runs.map(({ unchanged }) => unchanged),
    oneAdded: runs.map(({ oneAdded }) => oneAdded),
  }
}

function logCost(what: string, cost: ProcessCost | undefined): void {
  if (cost === undefined) return
  const megabytes = Math.round(cost.peakBytes / 1e6)
  console.log(`  ${what}: ${(cost.wallMs / 1000).toFixed(2)} s, ${megabytes} MB`)
}
