import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openServer } from '../browser/open-server.ts'
import { medianOf } from '../measure/statistics.ts'
import { copyFolders, listPosts } from '../posts/post-set.ts'
import { figure, format, row, type Table } from '../report/row.ts'
import type { Task } from '../task.ts'

/** The first shows how long the program takes to warm up, and is reported apart. */
const changes = 10

/** Long enough for the watcher to have seen all folders. */
const settleMs = 8_000
/** Shorter than what `dev` waits before it indexes. */
const pauseMs = 3_000
/** Pages ask less often. */
const lookMs = 5

/**
 * Lets `dev` serve copies of the posts and changes one after another, spread over the archive, by a
 * line at the end. Each time counts from before the file is written until an open
 * page that asks is told to reload.
 */
export async function measureDev({ program, posts, work }: Task): Promise<Table> {
  const folders = copyFolders(posts.folders, join(work, 'posts-dev'))
  const files = folders.flatMap(listPosts)
  using site = await openServer([program, 'dev', ...folders])
  const readBuild = async () => (await fetch(new URL('assets/dev-reload', site.url))).text()
  await setTimeout(settleMs)
  const times: number[] = []
  for (let change = 0; change < changes; change++) {
    const file = files[Math.floor(((change + 0.5) * files.length) / changes)] ?? ''
    const before = await readBuild()
    const started = performance.now()
    appendFileSync(file, `\n<p>One line more, the ${change + 1}th.</p>\n`)
    while ((await readBuild()) === before) await setTimeout(lookMs)
    times.push(performance.now() - started)
    await setTimeout(pauseMs)
  }
  console.log(`  dev, one post changed: ${times.map(Math.round).join(', ')} ms`)
  return toTable(times)
}

function toTable([firstMs = NaN, ...laterMs]: readonly number[]): Table {
  const slowest = [Math.max(...laterMs), firstMs].map((ms) => `${format(ms / 1000)} s`)
  const rows = [
    figure('`dev`, one post changed: pages load again, median', medianOf(laterMs) / 1000, 's'),
    row('`dev`: slowest change, first change', slowest.join(', ')),
  ]
  return { rows }
}
