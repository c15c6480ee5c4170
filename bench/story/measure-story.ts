import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { openServer } from '../browser/open-server.ts'
import { openBrowser, openReader, waitForQuiet, type ReaderPage } from '../browser/reader-page.ts'
import { medianOf } from '../measure/statistics.ts'
import { figure, type Row, type Table } from '../report/row.ts'
import { siteOf, type Task } from '../task.ts'

/** Packs that are read for the bytes of related posts, spread over the archive. */
const mostPacks = 200
/** So many times a search is drawn by another unit. */
const turns = 12

/** What leads through an archive: its front door, related posts, and a search over time. */
export async function measureStory(task: Task): Promise<Table> {
  const site = siteOf(task, 'search')
  using server = await openServer([task.program, 'serve', site])
  await using browser = await openBrowser()
  await using reader = await openReader(browser, server.url)
  const rows = [
    ...(await toDoorRows(site, reader)),
    ...(await toRelatedRows(site)),
    ...(await measureBars(reader, server.url)),
  ]
  return { title: 'story', rows }
}

/** The first visit, and the part of its page that is the front door in three languages. */
async function toDoorRows(site: string, { takeTraffic }: ReaderPage): Promise<Row[]> {
  const { data, script, page } = takeTraffic()
  const html = await readFile(join(site, 'index.html'), 'utf8')
  const without = html.replaceAll(/<template data-door[\s\S]*?<\/template>/g, '')
  return [
    figure('front door: requests', data.requests + script.requests + page.requests),
    figure('front door: data', data.bytes / 1000, 'KB'),
    figure('front door: its part of the page', (sizeOf(html) - sizeOf(without)) / 1000, 'KB'),
  ]
}

/** What related posts add to packs, compressed, a post. */
async function toRelatedRows(site: string): Promise<Row[]> {
  const folder = join(site, 'data', 'bodies')
  const files = (await readdir(folder)).toSorted()
  const step = Math.max(1, Math.floor(files.length / mostPacks))
  const sum = { posts: 0, related: 0, bytes: 0 }
  for (const file of files.filter((_, at) => at % step === 0)) {
    const text = await readFile(join(folder, file), 'utf8')
    const pack = JSON.parse(text) as { bodies: readonly { related?: unknown }[] }
    const bare = JSON.stringify(pack, (key, value) => (key === 'related' ? undefined : value))
    sum.posts += pack.bodies.length
    sum.related += pack.bodies.filter(({ related }) => related !== undefined).length
    sum.bytes += sizeOf(text) - sizeOf(bare)
  }
  return [
    figure('related posts: bytes a post, compressed', sum.bytes / sum.posts, 'B'),
    figure('posts with related ones', (100 * sum.related) / sum.posts, '%'),
  ]
}

/** A search that finds every dated post, as bars by year and by month in turn; the first time of each does not count. */
async function measureBars({ page }: ReaderPage, url: string): Promise<Row[]> {
  await page.goto(`${url}calendar?q=after%3A1900&form=bars`)
  const [years, months] = ['Years', 'Months'].map((name) =>
    page.getByRole('radio', { name, exact: true }),
  )
  if (years === undefined || months === undefined) return []
  const times: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    await years.waitFor({ state: 'attached' })
    await waitForQuiet(page)
    const next = (await years.isChecked()) ? months : years
    times.push(await next.evaluate(timeBars))
  }
  // The first of each unit finds nothing that was counted before.
  return [figure('histogram of a search of all posts, warm', medianOf(times.slice(2)), 'ms')]
}

/** Runs in the page: milliseconds from a click to the frame with other bars. */
async function timeBars(control: Element): Promise<number> {
  const bars = document.querySelectorAll('main rect').length
  const [ms = NaN] = await window.bench.time(
    () => control instanceof HTMLElement && control.click(),
    () => ![0, bars].includes(document.querySelectorAll('main rect').length),
  )
  return ms
}

function sizeOf(text: string): number {
  return gzipSync(text).length
}
