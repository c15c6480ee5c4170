import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { gunzipSync } from 'node:zlib'
import { openReaderPage } from '../../browser/reader-page.ts'
import type { TrafficCount } from '../../browser/traffic.ts'
import { serveIndex, type IndexServer } from './serve-index.ts'

/** What Pagefind said to one query. */
export interface PagefindAnswer {
  /** Best first. */
  ordinals: number[]
  /** Milliseconds until the results, and what the first ten look like, were there; absent where that was not asked for. */
  warmMs?: number | undefined
}

/** All that Pagefind said. */
export interface PagefindAnswers {
  /** By query. */
  answers: PagefindAnswer[]
  /** What a reader fetches of the index who asks a query first: of every fourth one. */
  cold: TrafficCount[]
}

/** What Pagefind is asked. */
export interface PagefindQuestions {
  /** Its index. */
  folder: string
  language: string
  queries: readonly string[]
  /** Those whose time is taken. */
  timed: ReadonlySet<string>
}

/** Results a reader sees at once. */
const shownResults = 10

// Each costs a new start of the program.
const coldEvery = 4

/** Asks Pagefind in a real browser through its own programming interface, a query after the other. */
export async function askPagefind(
  browser: Browser,
  { folder, language, queries, timed }: PagefindQuestions,
): Promise<PagefindAnswers> {
  const ordinals = readOrdinals(folder)
  const server = await serveIndex(folder, language)
  const reader = await openReaderPage(browser, server.url)
  try {
    await reader.page.goto(server.url)
    const coldQueries = queries.filter((_, at) => at % coldEvery === 0)
    const cold = await askCold(reader.page, server, coldQueries)
    const answers: PagefindAnswer[] = []
    for (const query of queries) {
      const isTimed = timed.has(query)
      const { names, warmMs } = await askWarm(reader.page, query, isTimed ? shownResults : 0)
      const found = names.flatMap((name) => ordinals.get(name) ?? [])
      answers.push({ ordinals: found, ...(isTimed ? { warmMs } : {}) })
    }
    return { answers, cold }
  } finally {
    await reader.close()
    server.close()
  }
}

/** What the program has loaded is thrown away before each query. */
async function askCold(
  page: Page,
  server: IndexServer,
  queries: readonly string[],
): Promise<TrafficCount[]> {
  const costs: TrafficCount[] = []
  for (const query of queries) {
    server.take()
    await page.evaluate(async (text) => {
      const pagefind = (await import(`${location.origin}/pagefind.js`)) as PagefindModule
      await pagefind.search(text)
      await pagefind.destroy()
    }, query)
    costs.push(server.take())
  }
  return costs
}

function askWarm(
  page: Page,
  query: string,
  shown: number,
): Promise<{ names: string[]; warmMs: number }> {
  return page.evaluate(
    async ([text, shown]) => {
      const pagefind = (await import(`${location.origin}/pagefind.js`)) as PagefindModule
      // Loads the program and what every query needs; finds nothing.
      await pagefind.search('\u{10ffff}')
      const started = performance.now()
      const { results } = await pagefind.search(text)
      await Promise.all(results.slice(0, shown).map((result) => result.data()))
      return { names: results.map(({ id }) => id), warmMs: performance.now() - started }
    },
    [query, shown] as const,
  )
}

/** As much of Pagefind's programming interface as is used here. */
interface PagefindModule {
  search(text: string): Promise<{ results: { id: string; data(): Promise<unknown> }[] }>
  destroy(): Promise<void>
}

/** Which page each result stands for: Pagefind names results by the hash of their text, pages are named by ordinal. */
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
