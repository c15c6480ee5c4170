import { rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright'
import { openBrowser, waitForRows } from '../browser/reader-page.ts'
import { runProcess } from '../measure/run-process.ts'
import { medianOf } from '../measure/statistics.ts'
import { figure, row, toCostText, type Row, type Table } from '../report/row.ts'
import { siteOf, type Task } from '../task.ts'

/** What is searched for: the first search reads all texts, the others look through them. */
const queries = ['the', 'news', 'water -news', '"in the"', 'day', 'harbour']

/** Writes all posts with the reader into one file without pictures, opens it from disk and searches it. */
export async function measureLifeboat(task: Task): Promise<Table> {
  const site = siteOf(task, 'search')
  const path = join(task.work, 'lifeboat.html')
  rmSync(path, { force: true })
  const args = [task.program, 'lifeboat', site, '--query', '', '--pictures', 'none', '--out', path]
  const cost = await runProcess({ command: process.execPath, args })
  const { size } = statSync(path)
  return {
    rows: [
      row('lifeboat: writing', toCostText([cost])),
      figure('lifeboat: size', size / 1e6, 'MB'),
      figure('lifeboat: bytes a post', size / task.posts.size),
      ...(await measureOpened(pathToFileURL(resolve(path)).href, task.runs)),
    ],
  }
}

async function measureOpened(address: string, runs: number): Promise<Row[]> {
  await using browser = await openBrowser()
  const rows: number[] = []
  const first: number[] = []
  const further: number[] = []
  for (let run = 0; run < runs; run++) {
    const page = await browser.newPage()
    // What runs in the page was compiled with names kept, which calls a function that is not there.
    await page.addInitScript('globalThis.__name = (target) => target')
    const started = performance.now()
    await page.goto(address, { waitUntil: 'commit' })
    await waitForRows(page)
    rows.push(performance.now() - started)
    await page.waitForLoadState('load')
    for (const [at, query] of queries.entries()) {
      ;(at === 0 ? first : further).push(await timeSearch(page, query))
    }
    await page.close()
  }
  return [
    figure('lifeboat: first rows', medianOf(rows), 'ms'),
    figure('lifeboat: first search', medianOf(first), 'ms'),
    figure('lifeboat: further searches, median', medianOf(further), 'ms'),
  ]
}

/** Milliseconds from the view of a query to its last hit. It begins at the whole list, which says another number than any search. */
async function timeSearch(page: Page, query: string): Promise<number> {
  return page.evaluate(async (text) => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const status = () =>
      [...document.querySelectorAll('main output, main [role="status"]')]
        .map(({ textContent }) => textContent)
        .find((said) => /\d/.test(said)) ?? ''
    /** Shows a view; gives the milliseconds to its last number, after which none follows for a second. */
    const show = async (view: string) => {
      const before = status()
      const started = performance.now()
      location.hash = view
      let last = started
      let said = before
      while (performance.now() - last < (said === before ? 60_000 : 1_000)) {
        await new Promise(requestAnimationFrame)
        if (status() === said) continue
        said = status()
        last = performance.now()
      }
      return last - started
    }
    if (location.hash !== '') await show('#/')
    return show(`#/?q=${encodeURIComponent(text)}`)
  }, query)
}
