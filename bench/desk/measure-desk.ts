import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, CDPSession } from 'playwright'
import { openBrowser } from '../browser/reader-page.ts'
import { medianOf } from '../measure/statistics.ts'
import { figure, type Row, type Table } from '../report/row.ts'
import type { Task } from '../task.ts'
import type { DeskPage } from './page/desk-page.ts'

declare global {
  interface Window {
    desk: DeskPage
  }
}

/** Nothing listens there: the browser is given the files. */
const address = 'http://localhost:9/'
/** Lists that an open page is asked for, one after the other, none of them twice. */
const lists = [
  'mark=unread',
  'mark=read',
  'mark=unread&year=2021',
  'mark=read&year=2019',
  'not-mark=read&from=2010-03-01',
  'mark=unread&saved=all',
  'mark=read&versions=all',
  'mark=unread&to=2015-12-31',
]

/**
 * A desk of 50,000 marks and 5,000 notes in an archive of a million posts: each run opens it in a fresh page and asks for lists by
 * it, without the reader around it, so that what is drawn does not count.
 */
export async function measureDesk({ runs, work }: Task): Promise<Table> {
  const folder = resolve(work, 'desk-page')
  bundlePage(folder)
  await using browser = await openBrowser()
  await using context = await browser.newContext()
  await serve(context, folder)
  {
    const page = await context.newPage()
    await page.goto(address)
    await page.evaluate(() => window.desk.fill())
    await page.close()
  }
  const all: Run[] = []
  // The first one finds the browser's own caches cold; an odd number has a middle.
  for (let run = 0; run < Math.max(runs, 9); run++) all.push(await measureRun(context))
  return { title: 'desk', rows: toRows(all) }
}

interface Cost {
  /** Processor time of the page's thread. */
  cpu: number
  wall: number
}
type Run = Record<'open' | 'notes' | 'first' | 'marked', Cost> & { further: Cost[] }

async function measureRun(context: BrowserContext): Promise<Run> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.goto(address)
  const open = await measureCost(session, () => page.evaluate(() => window.desk.open()))
  const notes = await measureCost(session, () => page.evaluate(() => window.desk.readNotes()))
  await page.evaluate(() => window.desk.fillCache())
  const count = (list: string) =>
    measureCost(session, () => page.evaluate((given) => window.desk.count(given), list))
  const costs: Cost[] = []
  for (const list of lists) costs.push(await count(list))
  const [first, ...further] = costs
  const marked: Cost[] = []
  for (const [turn, list] of lists.entries()) {
    await page.evaluate((given) => window.desk.mark(given), turn)
    marked.push(await count(list))
  }
  await page.close()
  if (first === undefined) throw new Error('no list was asked for')
  return { open, notes, first, further, marked: toMedian(marked) }
}

async function measureCost(session: CDPSession, work: () => Promise<unknown>) {
  const [before, started] = [await readProcessor(session), performance.now()]
  await work()
  const wall = performance.now() - started
  return { wall, cpu: (await readProcessor(session)) - before }
}

async function readProcessor(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
}

function toMedian(costs: readonly Cost[]): Cost {
  return {
    cpu: medianOf(costs.map(({ cpu }) => cpu)),
    wall: medianOf(costs.map(({ wall }) => wall)),
  }
}

function toRows(runs: readonly Run[]): Row[] {
  return [
    ...toCosts(
      'desk: opening 50,000 marks and 5,000 notes',
      runs.map(({ open }) => open),
    ),
    ...toCosts(
      'desk: reading its notes',
      runs.map(({ notes }) => notes),
    ),
    ...toCosts(
      'unread of a million posts: first',
      runs.map(({ first }) => first),
    ),
    ...toCosts(
      'unread and read with other filters',
      runs.flatMap(({ further }) => further),
    ),
    ...toCosts(
      'the same after one more mark',
      runs.map(({ marked }) => marked),
    ),
  ]
}

function toCosts(what: string, costs: readonly Cost[]): Row[] {
  const { cpu, wall } = toMedian(costs)
  return [figure(`${what}, processor`, cpu, 'ms'), figure(`${what}, clock`, wall, 'ms')]
}

async function serve(context: BrowserContext, folder: string): Promise<void> {
  await context.route(`${address}**`, (route) => {
    const { pathname } = new URL(route.request().url())
    const file = join(folder, pathname === '/' ? 'index.html' : pathname)
    return existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404 })
  })
}

/** Bundles the page as the reader is bundled. @throws Error when that fails. */
function bundlePage(folder: string): void {
  const root = fileURLToPath(new URL('page', import.meta.url))
  const { status, stderr } = spawnSync(
    'npx',
    ['vite', 'build', root, '--outDir', folder, '--emptyOutDir', '--base', './'],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`the page of the desk cannot be bundled: ${stderr}`)
}
