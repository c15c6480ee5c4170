import { appendFileSync, cpSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { medianOf } from '../measure/statistics.ts'
import { listPosts } from '../posts/link-folder.ts'
import { figure, format, row, toTable, type Table } from '../report/row.ts'
import { openServer } from '../browser/open-server.ts'
import type { Task } from '../task.ts'

/** The first shows how long the program takes to warm up, and is reported apart. */
const changes = 10

/** Long enough for the watcher to have seen all folders. */
const settleMs = 8_000
/** Shorter than what `dev` waits before it indexes. */
const pauseMs = 3_000

/**
 * Lets `dev` serve posts and changes one after another, spread over the archive, by a line at the
 * end. Each time counts from before the file is written until open pages are told to reload.
 */
export async function measureDev(task: Task): Promise<Table> {
  const { program, posts, work } = task
  const home = join(work, 'posts-dev')
  rmSync(home, { recursive: true, force: true })
  // Copies, not links: the posts of the set must stay as they are.
  const folders = posts.folders.map((folder) => join(home, basename(folder)))
  for (const [at, folder] of folders.entries()) {
    cpSync(posts.folders[at] ?? '', folder, { recursive: true })
  }
  const files = folders.flatMap(listPosts)
  const site = await openServer([program, 'dev', ...folders])
  const stopping = new AbortController()
  try {
    const reloads = await openReloads(site.url, stopping.signal)
    await setTimeout(settleMs)
    const times: number[] = []
    for (let change = 0; change < changes; change++) {
      const file = files[Math.floor(((change + 0.5) * files.length) / changes)] ?? ''
      const started = performance.now()
      const reloaded = reloads.next()
      appendFileSync(file, `\n<p>One line more, the ${change + 1}th.</p>\n`)
      await reloaded
      times.push(performance.now() - started)
      await setTimeout(pauseMs)
    }
    console.log(`  dev, one post changed: ${times.map(Math.round).join(', ')} ms`)
    return toRows(times)
  } finally {
    stopping.abort()
    site.close()
    rmSync(home, { recursive: true, force: true })
  }
}

function toRows([firstMs = NaN, ...laterMs]: readonly number[]): Table {
  const slowest = [Math.max(...laterMs), firstMs].map((ms) => `${format(ms / 1000)} s`)
  return toTable([
    figure('`dev`, one post changed: pages load again, median', medianOf(laterMs) / 1000, 's'),
    row('`dev`: slowest change, first change', slowest.join(', ')),
  ])
}

/** Gives one value for each time that `dev` tells open pages to reload. */
async function openReloads(url: string, signal: AbortSignal): Promise<AsyncGenerator<void, void>> {
  const { body } = await fetch(new URL('assets/dev-reload', url), { signal })
  if (body === null) throw new Error('dev tells pages nothing')
  return readReloads(body.pipeThrough(new TextDecoderStream()))
}

async function* readReloads(texts: AsyncIterable<string>): AsyncGenerator<void, void> {
  for await (const text of texts) {
    if (text.includes('event: reload')) yield
  }
  throw new Error('dev ended while posts were changed')
}
