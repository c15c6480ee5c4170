import type { Locator, Page } from 'playwright'
import { medianOf, toMedianAndP95 } from '../measure/statistics.ts'
import { figure, type Row } from '../report/row.ts'
import type { ReaderPage } from './reader-page.ts'

/** Once everything is warm, all is done again so many times; the medians count. */
const warmRounds = 3

const facets = ['Tag', 'Author', 'Collection', 'Language', 'Kind', 'Source', 'Year']

/** Milliseconds from a click to the frame with other rows, and to that with the last count. */
type Change = Record<'list' | 'counts', number>
const toList = ({ list }: Change) => list

/**
 * Narrows the timeline by one, two, three facets, clears it, and does the same again, all groups open.
 * @throws Error when no value of any facet narrows it.
 */
export async function measureFilter({ page, takeTraffic }: ReaderPage): Promise<Row[]> {
  for (const facet of facets) await openGroup(page, facet)
  const cold = await narrow(page)
  if (cold[0] === undefined) throw new Error('no value of any facet narrows this archive')
  const { columns } = takeTraffic()
  const warm: Change[][] = []
  for (let round = 0; round < warmRounds; round++) {
    await timeChange(page.getByRole('button', { name: 'Clear all' }).first())
    warm.push(await narrow(page))
  }
  const medianAt = (at: number) => medianOf(warm.flatMap((changes) => changes[at]?.list ?? []))
  return [
    figure('filter by one value, warm', medianAt(0), 'ms'),
    figure('filter by three facets, warm', medianAt(2), 'ms'),
    figure('filter by each of three facets, cold', cold.map(toList), 'ms'),
    ...(await measureCounts(page)),
    figure('facet counts, cold', cold[0].counts, 'ms'),
    figure('facet counts, cold: requests', columns.requests),
    figure('facet counts, cold: bytes', columns.bytes / 1000, 'KB'),
  ].filter(({ values }) => values?.some(Number.isNaN) !== true)
}

/** Each year once more or less: lists that nothing has counted yet. */
async function measureCounts(page: Page): Promise<Row[]> {
  await timeChange(page.getByRole('button', { name: 'Clear all' }).first())
  await page.evaluate(() => window.bench.longTasks.splice(0))
  const times: number[] = []
  for (const year of await page.getByRole('region', { name: 'Year' }).getByRole('checkbox').all())
    times.push((await timeChange(year)).counts)
  const tasks = await page.evaluate(() => window.bench.longTasks)
  return [
    figure('facet counts, warm: median / p95', toMedianAndP95(times), 'ms'),
    figure('facet counts, warm: longest task', Math.max(0, ...tasks), 'ms'),
  ]
}

/** Times up to three facets, each beside those before. */
async function narrow(page: Page): Promise<Change[]> {
  const changes: Change[] = []
  for (const facet of facets) {
    const control = changes.length < 3 ? await findNarrowingValue(page, facet) : undefined
    if (control !== undefined) changes.push(await timeChange(control))
  }
  return changes
}

async function timeChange(control: Locator): Promise<Change> {
  return control.evaluate(async (element) => {
    const { time, readStatus, hasRows, waitForLastChange } = window.bench
    const before = readStatus()
    const [[list = NaN], counts] = await Promise.all([
      time(
        () => element instanceof HTMLElement && element.click(),
        () => readStatus() !== before && hasRows(),
      ),
      waitForLastChange(document.querySelector('aside') ?? document.body),
    ])
    return { list, counts }
  })
}

/** Opens a group of the filter; `undefined` where there is none. */
async function openGroup(page: Page, facet: string): Promise<Locator | undefined> {
  const group = page.getByRole('region', { name: facet })
  if ((await group.count()) === 0) return undefined
  const opener = group.getByRole('button', { name: facet }).first()
  if ((await opener.getAttribute('aria-expanded')) === 'false') await opener.click()
  return group
}

/** The first value of a facet that leaves some of the posts, but not all. */
async function findNarrowingValue(page: Page, facet: string): Promise<Locator | undefined> {
  const labels = (await openGroup(page, facet))?.locator('label')
  await labels?.first().waitFor()
  const shown = toNumber(await page.evaluate(() => window.bench.readStatus()))
  for (const label of ((await labels?.all()) ?? []).slice(0, 8)) {
    const count = toNumber(await label.locator('span').last().textContent())
    if (count > 0 && count < shown) return label.getByRole('checkbox')
  }
  return undefined
}

function toNumber(text: string | null): number {
  return Number((text ?? '').replaceAll(/\D/g, '') || Number.NaN)
}
