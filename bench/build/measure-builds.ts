import { countFiles } from '../measure/count-files.ts'
import { race } from '../measure/race.ts'
import { makePeerSites } from '../peers/peer.ts'
import { addPost } from '../posts/post-set.ts'
import { figure, format, row, toCostText, toPeak, toWall, type Table } from '../report/row.ts'
import { build, buildFresh, siteOf, type Task } from '../task.ts'

/** Fresh builds without pages and search, in turn with the other site builders that are installed. */
export async function measureBuild(task: Task): Promise<Table> {
  const peers = makePeerSites(task)
  const own = { name: 'fresh build', run: () => buildFresh(task, 'plain') }
  const [fresh = [], ...others] = await race([own, ...peers], task.runs)
  const output = countFiles(siteOf(task, 'plain'))
  const pace = Math.round((task.posts.size / toWall(fresh)) * 1000)
  const peerRows = peers.flatMap(({ name, leftOut }, at) => {
    const costs = others[at] ?? []
    return [
      row(`${name}${leftOut === 0 ? '' : ` (left out: ${leftOut})`}`, toCostText(costs)),
      figure(`${name}: peak memory`, toPeak(costs), 'MB'),
      figure(`fresh build as a part of ${name}'s time`, toWall(fresh) / toWall(costs)),
    ]
  })
  const rows = [
    row('fresh build', `${toCostText(fresh)}, ${pace} posts/s`),
    figure('fresh build: peak memory', toPeak(fresh), 'MB'),
    figure('files in the output', output.files),
    figure('bytes in the output', output.bytes / 1e6, 'MB'),
  ]
  return { rows: [...rows, ...peerRows] }
}

/** Rebuilds with nothing changed, and with one post more; afterwards posts and site are as before. */
export async function measureRebuilds(task: Task): Promise<Table> {
  const rebuild = () => build(task, 'plain')
  const rebuildTwice = async () => {
    // The first one takes the added post out again.
    await rebuild()
    return rebuild()
  }
  const rebuildWithPost = () => {
    const takeAway = addPost(task.posts)
    return rebuild().finally(takeAway)
  }
  const racers = [
    { name: 'nothing changed', run: rebuildTwice },
    { name: 'one post added', run: rebuildWithPost },
  ]
  const [same = [], added = []] = await race(racers, task.runs)
  await rebuild()
  const rows = [
    figure('rebuild, nothing changed', toWall(same) / 1000, 's'),
    figure('rebuild, one post added', toWall(added) / 1000, 's'),
    figure('rebuild: peak memory', toPeak([...same, ...added]), 'MB'),
  ]
  return { rows }
}

/** Whole builds, pages and search included, in turn with Hugo's where it is installed. */
export async function measureWhole(task: Task): Promise<Table> {
  const hugo = makePeerSites(task).filter(({ name }) => name === 'Hugo')
  const own = { name: 'whole build', run: () => buildFresh(task, 'whole') }
  const [costs = [], beside = []] = await race([own, ...hugo], task.runs)
  const output = countFiles(siteOf(task, 'whole'))
  const toText = (of: typeof costs) =>
    `${toCostText(of)}, ${format((task.posts.size / toWall(of)) * 1000)} pages/s`
  const rows = [
    row('whole build, pages and search', toText(costs)),
    figure('whole build: peak memory', toPeak(costs), 'MB'),
    row('whole build: output', `${format(output.files)} files, ${format(output.bytes / 1e6)} MB`),
  ]
  const hugoRows = [
    row('Hugo beside it', toText(beside)),
    figure("whole build as a part of Hugo's time", toWall(costs) / toWall(beside)),
  ]
  return { rows: beside.length === 0 ? rows : [...rows, ...hugoRows] }
}
