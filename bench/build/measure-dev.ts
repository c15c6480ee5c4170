import { appendFileSync, copyFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openDev } from '../browser/open-site.ts'
import { linkFolder } from '../posts/link-folder.ts'
import type { PostSet } from '../posts/post-set.ts'
import type { DevFigures } from '../report/results.ts'

/** The first shows how long the program takes to warm up, and is told apart. */
const changes = 10

/** Long enough for the watcher to have seen all folders. */
const settleMs = 8_000
/** Shorter than what `dev` waits with indexing. */
const pauseMs = 3_000

/**
 * Lets `dev` serve posts and changes one after another, spread over the archive, by a line at its end. Each time: milliseconds from
 * before the file is written until open pages are told to load themselves again.
 */
export async function measureDev(
  program: string,
  { folders }: PostSet,
  work: string,
): Promise<DevFigures> {
  const home = join(work, 'posts-dev')
  rmSync(home, { recursive: true, force: true })
  const linked = folders.map((folder) => {
    const to = join(home, basename(folder))
    linkFolder(folder, to)
    return to
  })
  const files = linked.flatMap(listPosts)
  const chosen = Array.from({ length: changes }, (_, at) => {
    return files[Math.floor(((at + 0.5) * files.length) / changes)] ?? ''
  })
  for (const file of chosen) breakLink(file)
  const site = await openDev(program, linked)
  const stopping = new AbortController()
  try {
    const reloads = await openReloads(site.url, stopping.signal)
    await setTimeout(settleMs)
    const times: number[] = []
    for (const [at, file] of chosen.entries()) {
      const started = performance.now()
      const reloaded = reloads.next()
      appendFileSync(file, `\n<p>One line more, the ${at + 1}th.</p>\n`)
      await reloaded
      times.push(performance.now() - started)
      await setTimeout(pauseMs)
    }
    console.log(`  dev, one post changed: ${times.map((ms) => Math.round(ms)).join(', ')} ms`)
    return { firstMs: times[0] ?? NaN, laterMs: times.slice(1) }
  } finally {
    stopping.abort()
    site.close()
    rmSync(home, { recursive: true, force: true })
  }
}

function listPosts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .map((name) => join(folder, name))
}

/** Posts are links to those of the set, which must stay as they are. */
function breakLink(file: string): void {
  copyFileSync(file, `${file}.copy`)
  renameSync(`${file}.copy`, file)
}

/** Listens to what `dev` tells the pages that are open; gives one value for each time they are to load themselves again. */
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
