import { statSync } from 'node:fs'
import type { Browser, CDPSession, Page } from 'playwright'
import { medianOf } from '../measure/statistics.ts'
import { figure, row, type Table } from '../report/row.ts'
import { siteOf, type Task } from '../task.ts'
import { openServer } from './open-server.ts'
import { openBrowser, openReader, waitForRows, type ReaderPage } from './reader-page.ts'

const wantedPosts = 500
const dayMs = 86_400_000

/** Saves the newest posts as a book, five hundred and the others of the first one's day, each time in a fresh profile. */
export async function measureBook(task: Task): Promise<Table> {
  using site = await openServer([task.program, 'serve', siteOf(task, 'plain')])
  await using browser = await openBrowser()
  const { from, posts } = await findFirstDay(browser, site.url)
  const books: Awaited<ReturnType<typeof saveBook>>[] = []
  for (let run = 0; run < task.runs; run++) {
    await using reader = await openReader(browser, site.url)
    await reader.page.goto(`${site.url}?from=${from}`)
    await waitForRows(reader.page)
    books.push(await saveBook(reader))
  }
  return {
    rows: [
      row('book: posts', String(posts)),
      figure('book of 500 posts: time', medianOf(books.map(({ ms }) => ms / 1_000)), 's'),
      figure('book: processor of the page', medianOf(books.map(({ cpu }) => cpu)), 's'),
      figure('book: size', medianOf(books.map(({ bytes }) => bytes / 1e6)), 'MB'),
    ],
  }
}

/** The last day since which the archive has enough posts. @throws Error where it has fewer. */
async function findFirstDay(browser: Browser, siteUrl: string) {
  await using reader = await openReader(browser, siteUrl)
  const countFrom = (day: number) => countPosts(reader.page, `${siteUrl}?from=${toDayText(day)}`)
  let first = 0
  let end = Math.ceil(Date.now() / dayMs)
  let posts = await countFrom(first)
  if (posts < wantedPosts) throw new Error(`a book of ${posts} posts tells nothing`)
  while (end - first > 1) {
    const middle = Math.floor((first + end) / 2)
    const count = await countFrom(middle)
    if (count < wantedPosts) end = middle
    else [first, posts] = [middle, count]
  }
  return { from: toDayText(first), posts }
}

function toDayText(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

async function countPosts(page: Page, address: string): Promise<number> {
  await page.goto(address)
  await page.waitForFunction(() => window.bench.readStatus() !== '')
  const said = await page.evaluate(() => window.bench.readStatus())
  return Number(/\d[\d,]*/.exec(said)?.[0].replaceAll(',', ''))
}

/** What a book takes, from the press to the file: milliseconds, seconds of the page's processor, and bytes. */
async function saveBook({ page, session }: ReaderPage) {
  await page.getByRole('button', { name: 'Save this list as a file' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save this list' })
  await dialog.getByRole('radio', { name: 'EPUB', exact: true }).check({ force: true })
  const save = dialog.getByRole('button', { name: 'Save file', exact: true }).first()
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = await readProcessor(session)
  const started = performance.now()
  const coming = page.waitForEvent('download', { timeout: 300_000 })
  await save.click()
  const path = await (await coming).path()
  const ms = performance.now() - started
  return { ms, cpu: (await readProcessor(session)) - before, bytes: statSync(path).size }
}

async function readProcessor(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
}
