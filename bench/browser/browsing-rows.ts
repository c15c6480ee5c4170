import type { Page } from 'playwright'
import { makeRandom, type Random } from '../generate/random.ts'
import { figure, row, type Row } from '../report/row.ts'
import { waitForRows, type ReaderPage } from './reader-page.ts'

const durationMs = 60_000

/** A minute of scrolling with the wheel; every three seconds a jump, by the bar or the calendar in turn. */
export async function measureBrowsing({ page, session }: ReaderPage): Promise<Row[]> {
  // The first load is a measurement of its own.
  await page.evaluate(() => window.bench.longTasks.splice(0))
  await page.mouse.move(700, 500)
  const random = makeRandom(60)
  const end = performance.now() + durationMs
  for (let jumps = 0; performance.now() < end; jumps++) {
    await scrollFor(page, 3_000)
    await (jumps % 2 === 0 ? jumpByBar(page, random) : jumpByCalendar(page, random))
    await page.waitForTimeout(300)
  }
  const tasks = await page.evaluate(() => window.bench.longTasks)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage')
  return [
    figure('script heap after a minute', (usedSize + backingStorageSize) / 1e6, 'MB'),
    figure('longest task of that minute', Math.max(0, ...tasks), 'ms'),
    row('tasks over 50 ms in that minute', String(tasks.length)),
  ]
}

async function jumpByBar(page: Page, random: Random): Promise<void> {
  await page.evaluate((part) => {
    window.scrollTo(0, part * document.documentElement.scrollHeight)
  }, random.fraction())
}

/** Opens the calendar, goes back some weeks in one of its years and opens the whole list at that day. */
async function jumpByCalendar(page: Page, random: Random): Promise<void> {
  await page.keyboard.press('g')
  const years = page.getByRole('slider')
  await years.first().waitFor()
  const year = years.nth(random.below(await years.count()))
  await year.focus()
  for (let weeks = random.below(12); weeks > 0; weeks--) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Show in the whole list' }).click()
  await waitForRows(page)
}

async function scrollFor(page: Page, durationMs: number): Promise<void> {
  const end = performance.now() + durationMs
  while (performance.now() < end) {
    await page.mouse.wheel(0, 400)
    await page.waitForTimeout(40)
  }
}
