import { countFiles } from '../measure/count-files.ts'
import { race } from '../measure/race.ts'
import type { ProcessCost } from '../measure/run-process.ts'
import { makePeerSites, type PeerSite } from '../peers/peer.ts'
import { addPost } from '../posts/post-set.ts'
import {
  figure,
  format,
  row,
  toCostText,
  toPeak,
  toTable,
  toWall,
  type Row,
  type Table,
} from '../report/row.ts'
import { build, buildFresh, siteOf, type Task } from '../task.ts'

type Costs = readonly ProcessCost[]

/** Fresh builds without pages and search. */
export function measureBuild(task: Task): Promise<Table> {
  return measureAmong(task, [])
}

/** The same, in turn with the other site builders that are installed. */
export function measurePeers(task: Task): Promise<Table> {
  return measureAmong(task, makePeerSites(task))
}

async function measureAmong(task: Task, peers: readonly PeerSite[]): Promise<Table> {
  const own = { name: 'broadsheet', run: () => buildFresh(task, 'plain') }
  const [fresh = [], ...others] = await race([own, ...peers], task.runs)
  const output = countFiles(siteOf(task, 'plain'))
  const pace = Math.round((task.posts.size / toWall(fresh)) * 1000)
  return toTable([
    row('fresh build', `${toCostText(fresh)}, ${pace} posts/s`),
    figure('fresh build: peak memory', toPeak(fresh), 'MB'),
    figure('files in the output', output.files),
    figure('bytes in the output', output.bytes / 1e6, 'MB'),
    ...peers.flatMap((peer, at) => toPeerRows(peer, fresh, others[at] ?? [])),
  ])
}

function toPeerRows({ name, leftOut }: PeerSite, fresh: Costs, costs: Costs): Row[] {
  return [
    row(`${name}${leftOut === 0 ? '' : ` (left out: ${leftOut})`}`, toCostText(costs)),
    figure(`${name}: peak memory`, toPeak(costs), 'MB'),
    figure(`fresh build as a part of ${name}'s time`, toWall(fresh) / toWall(costs)),
  ]
}

/** Rebuilds with nothing changed, and with one post more; afterwards posts and site are as before. */
export async function measureRebuilds(task: Task): Promise<Table> {
  const rebuild = () => build(task, 'plain')
  const rebuildWithPost = async () => {
    const takeAway = addPost(task.posts)
    try {
      return await rebuild()
    } finally {
      takeAway()
    }
  }
  const rebuildTwice = async () => {
    // The first one takes the added post out again.
    await rebuild()
    return rebuild()
  }
  const racers = [
    { name: 'nothing changed', run: rebuildTwice },
    { name: 'one post added', run: rebuildWithPost },
  ]
  const [same = [], added = []] = await race(racers, task.runs)
  await rebuild()
  return toTable([
    figure('rebuild, nothing changed', toWall(same) / 1000, 's'),
    figure('rebuild, one post added', toWall(added) / 1000, 's'),
    figure('rebuild: peak memory', toPeak([...same, ...added]), 'MB'),
  ])
}

/** Whole builds, pages and search included, in turn with Hugo's where it is installed. */
export async function measureWhole(task: Task): Promise<Table> {
  const hugo = makePeerSites(task).filter(({ name }) => name === 'Hugo')
  const own = { name: 'whole build', run: () => buildFresh(task, 'whole') }
  const [costs = [], beside = []] = await race([own, ...hugo], task.runs)
  const output = countFiles(siteOf(task, 'whole'))
  const toText = (costs: Costs) =>
    `${toCostText(costs)}, ${format((task.posts.size / toWall(costs)) * 1000)} pages/s`
  const rows = [
    row('whole build, pages and search', toText(costs)),
    figure('whole build: peak memory', toPeak(costs), 'MB'),
    row('whole build: output', `${format(output.files)} files, ${format(output.bytes / 1e6)} MB`),
  ]
  if (beside.length === 0) return toTable(rows)
  return toTable([
    ...rows,
    row('Hugo beside it', toText(beside)),
    figure("whole build as a part of Hugo's time", toWall(costs) / toWall(beside)),
  ])
}
