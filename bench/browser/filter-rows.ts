import type { Locator, Page } from 'playwright'
import { medianOf } from '../measure/statistics.ts'
import { figure, format, row, type Row } from '../report/row.ts'
import { waitForQuiet, type ReaderPage } from './reader-page.ts'

/** Once everything is warm, all is done again so many times; the medians count. */
const warmRounds = 3

const facets = ['Tag', 'Author', 'Collection', 'Language', 'Kind', 'Source', 'Year']

/**
 * Narrows the timeline by one, two, three facets, clears it, and does the same again.
 * @throws Error when no value of any facet narrows it.
 */
export async function measureFilter({ page }: ReaderPage): Promise<Row[]> {
  const [coldOne, , coldThree] = await narrow(page)
  if (coldOne === undefined) throw new Error('no value of any facet narrows this archive')
  const warm: number[][] = []
  for (let round = 0; round < warmRounds; round++) {
    await timeListChange(page.getByRole('button', { name: 'Clear all' }).first())
    await waitForQuiet(page)
    warm.push(await narrow(page))
  }
  const medianAt = (at: number) => medianOf(warm.flatMap((times) => times[at] ?? []))
  const three = medianAt(2)
  const third = coldThree === undefined ? 'no third one' : `${format(coldThree)} ms`
  return [
    figure('filter by one value, warm', medianAt(0), 'ms'),
    ...(Number.isNaN(three) ? [] : [figure('filter by three facets, warm', three, 'ms')]),
    row('filter by one value, by three facets, cold', `${format(coldOne)} ms, ${third}`),
  ]
}

/** Milliseconds for each of up to three facets, each beside those before. */
async function narrow(page: Page): Promise<number[]> {
  const times: number[] = []
  for (const facet of facets) {
    if (times.length === 3) break
    const control = await findNarrowingValue(page, facet)
    if (control === undefined) continue
    times.push(await timeListChange(control))
    await waitForQuiet(page)
  }
  return times
}

/** From a click to the frame that shows other rows. */
async function timeListChange(control: Locator): Promise<number> {
  const [ms = NaN] = await control.evaluate((element) => {
    const { time, readStatus, hasRows } = window.bench
    const before = readStatus()
    return time(
      () => element instanceof HTMLElement && element.click(),
      () => readStatus() !== before && hasRows(),
    )
  })
  return ms
}

/** The first value of a facet that leaves some of the posts, but not all. */
async function findNarrowingValue(page: Page, facet: string): Promise<Locator | undefined> {
  const group = page.getByRole('region', { name: facet })
  if ((await group.count()) === 0) return undefined
  const opener = group.getByRole('button', { name: facet }).first()
  if ((await opener.getAttribute('aria-expanded')) === 'false') await opener.click()
  const labels = group.locator('label')
  await labels.first().waitFor()
  const shown = toNumber(await page.evaluate(() => window.bench.readStatus()))
  for (const label of (await labels.all()).slice(0, 8)) {
    const count = toNumber(await label.locator('span').last().textContent())
    if (count > 0 && count < shown) return label.getByRole('checkbox')
  }
  return undefined
}

function toNumber(text: string | null): number {
  return Number((text ?? '').replaceAll(/\D/g, '') || Number.NaN)
}
