import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright'
import { figure, row, type Table } from '../report/row.ts'
import { siteOf, type Task } from '../task.ts'
import { openServer } from './open-server.ts'
import { openBrowser, openReader, waitForRows } from './reader-page.ts'

/** How many posts a list should have that is kept. */
const wantedPosts = 1_000

/** Keeps the year with nearest to a thousand posts, stops the server, and reads without it. */
export async function measureOffline(task: Task): Promise<Table> {
  const site = await openServer([task.program, 'serve', siteOf(task, 'plain')])
  try {
    await using browser = await openBrowser()
    await using reader = await openReader(browser, site.url)
    const { page } = reader
    const worker = Buffer.from(await (await fetch(`${site.url}sw.js`)).arrayBuffer())
    const { year, posts } = await findYear(page)
    await page.goto(`${site.url}?year=${year}`)
    await waitForRows(page)
    const keepMs = await keepList(page)
    const bytes = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0)
    site[Symbol.dispose]()
    const rowsMs = await timeRows(page, `${site.url}?year=${year}`)
    return {
      rows: [
        figure('service worker: bytes, compressed', gzipSync(worker).length / 1_000, 'KB'),
        row('list kept: posts', String(posts)),
        figure('list kept: time', keepMs, 'ms'),
        figure('list kept: on the device, reader included', bytes / 1e6, 'MB'),
        figure('without a server: first rows', rowsMs, 'ms'),
      ],
    }
  } finally {
    site[Symbol.dispose]()
  }
}

async function findYear(page: Page): Promise<{ year: string; posts: number }> {
  const group = page.getByRole('region', { name: 'Year' })
  const opener = group.getByRole('button', { name: 'Year' }).first()
  if ((await opener.getAttribute('aria-expanded')) === 'false') await opener.click()
  await group.locator('label').first().waitFor()
  const labels = await group.locator('label').allTextContents()
  const years = labels.flatMap((label) => {
    const [, year = '', count = ''] = /(\d{4})\D*([\d,]*)$/.exec(label) ?? []
    const posts = Number(count.replaceAll(',', ''))
    return posts > 0 ? [{ year, posts }] : []
  })
  const [nearest] = years.toSorted((a, b) => apart(a) - apart(b))
  if (nearest === undefined) throw new Error('the archive has no years')
  return nearest
}

function apart({ posts }: { posts: number }): number {
  return Math.abs(posts - wantedPosts)
}

async function keepList(page: Page): Promise<number> {
  await page.getByRole('button', { name: 'Keep this list offline' }).click()
  const dialog = page.getByRole('dialog', { name: 'Keep this list offline' })
  const start = dialog.getByRole('button', { name: 'Keep offline' })
  await start.waitFor()
  const started = performance.now()
  await start.click()
  await dialog.getByText('can be read and searched offline').waitFor()
  return performance.now() - started
}

async function timeRows(page: Page, address: string): Promise<number> {
  await page.goto('about:blank')
  const started = performance.now()
  await page.goto(address)
  await waitForRows(page)
  return performance.now() - started
}
