import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright'
import send from 'send'
import type { TrafficCount } from '../../browser/reader-page.ts'
import type { EngineFigures } from '../search-rows.ts'

export interface PagefindQuestions {
  browser: Browser
  queries: readonly string[]
  /** Those of them whose time is taken. */
  timed: ReadonlySet<string>
}

/** Results a reader sees at once. */
const shownResults = 10

// Each costs a new start of the program.
const coldEvery = 4

/** Asks Pagefind in a real browser through its own programming interface, a query after the other. */
export async function askPagefind(
  folder: string,
  language: string,
  { browser, queries, timed }: PagefindQuestions,
): Promise<Pick<EngineFigures, 'answers' | 'cold' | 'warm'>> {
  const ordinals = readOrdinals(folder)
  using site = await serve(folder, language)
  await using page = await browser.newPage()
  await page.goto(site.url)
  const cold: TrafficCount[] = []
  for (const query of queries.filter((_, at) => at % coldEvery === 0)) {
    Object.assign(site.count, { requests: 0, bytes: 0 })
    await askCold(page, query)
    cold.push({ ...site.count })
  }
  const [answers, warm]: [number[][], { rowsMs: number }[]] = [[], []]
  for (const query of queries) {
    const isTimed = timed.has(query)
    const { names, rowsMs } = await askWarm(page, query, isTimed ? shownResults : 0)
    answers.push(names.flatMap((name) => ordinals.get(name) ?? []))
    if (isTimed) warm.push({ rowsMs })
  }
  return { answers, cold, warm }
}

/** What has to be fetched to know which posts match. */
const indexFile = /\.(?:pf_meta|pf_index|pf_filter)$|^\/pagefind-entry\.json$/

/**
 * Pagefind's files and an empty page. Its worker fetches them, which a page does not see: the server
 * counts. The browser may keep nothing, so what is asked again is counted again.
 */
async function serve(folder: string, language: string) {
  const page = `<!doctype html><html lang="${language}"><title>Pagefind</title></html>`
  writeFileSync(join(folder, 'index.html'), page)
  const count: TrafficCount = { requests: 0, bytes: 0 }
  const server = createServer((request, response) => {
    const { socket } = response
    const before = socket?.bytesWritten ?? 0
    response.once('finish', () => {
      if (!indexFile.test(request.url?.split('?')[0] ?? '')) return
      count.requests++
      count.bytes += (socket?.bytesWritten ?? 0) - before
    })
    response.setHeader('Cache-Control', 'no-store')
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    send(request, pathname, { root: folder, cacheControl: false }).pipe(response)
  })
  await once(server.listen(0, 'localhost'), 'listening')
  const url = `http://localhost:${(server.address() as AddressInfo).port}/`
  return { url, count, [Symbol.dispose]: () => void server.close() }
}

/** As much of Pagefind's programming interface as is used here. */
interface PagefindModule {
  search(text: string): Promise<{ results: { id: string; data(): Promise<unknown> }[] }>
  destroy(): Promise<void>
}

/** What the program has loaded is thrown away afterwards. */
function askCold(page: Page, query: string): Promise<void> {
  return page.evaluate(async (text) => {
    const pagefind = (await import(`${location.origin}/pagefind.js`)) as PagefindModule
    await pagefind.search(text)
    await pagefind.destroy()
  }, query)
}

function askWarm(page: Page, query: string, shown: number) {
  return page.evaluate(
    async ([text, shown]) => {
      const pagefind = (await import(`${location.origin}/pagefind.js`)) as PagefindModule
      // Loads the program and what every query needs; finds nothing.
      await pagefind.search('\u{10ffff}')
      const started = performance.now()
      const { results } = await pagefind.search(text)
      await Promise.all(results.slice(0, shown).map((result) => result.data()))
      return { names: results.map(({ id }) => id), rowsMs: performance.now() - started }
    },
    [query, shown] as const,
  )
}

/** Pagefind names results by the hash of their text; the pages are named by ordinal. */
function readOrdinals(folder: string): Map<string, number> {
  const fragments = join(folder, 'fragment')
  const ordinals = new Map<string, number>()
  for (const file of readdirSync(fragments)) {
    const text = gunzipSync(readFileSync(join(fragments, file))).toString()
    const ordinal = /"url":"\/(\d+)\.html"/.exec(text)?.[1]
    if (ordinal !== undefined) ordinals.set(basename(file, '.pf_fragment'), Number(ordinal))
  }
  return ordinals
}
