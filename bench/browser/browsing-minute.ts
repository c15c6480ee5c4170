import type { Browser, Page } from '@playwright/test'
import { makeRandom, type Random } from '../generate/random.ts'
import { openReaderPage, waitForRows } from './reader-page.ts'

/** What a minute of scrolling and jumping leaves behind. */
export interface BrowsingMinute {
  /** Script heap afterwards, garbage collected, the memory of array buffers included. */
  heapBytes: number
  /** Longest task on the main thread; 0 when none reached 50 ms, below which the browser reports none. */
  longestTaskMs: number
  /** Tasks of 50 ms and more. */
  longTasks: number
}

declare global {
  interface Window {
    /** Durations of long tasks in milliseconds, collected by the bench. */
    longTasks?: number[]
  }
}

/** Scrolls down with the wheel for three seconds, jumps somewhere else, by the bar or the calendar in turn, and so on until the time is over. */
export async function measureBrowsing(
  browser: Browser,
  siteUrl: string,
  durationMs = 60_000,
): Promise<BrowsingMinute> {
  const reader = await openReaderPage(browser, siteUrl)
  try {
    const { page, session } = reader
    await page.goto(siteUrl)
    await waitForRows(page)
    await collectLongTasks(page)
    await page.mouse.move(700, 500)
    const random = makeRandom(60)
    const end = performance.now() + durationMs
    for (let jumps = 0; performance.now() < end; jumps++) {
      await scrollFor(page, 3_000)
      await (jumps % 2 === 0 ? jumpByBar(page, random) : jumpByCalendar(page, random))
      await page.waitForTimeout(300)
    }
    const tasks = await page.evaluate(() => window.longTasks ?? [])
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage')
    return {
      heapBytes: usedSize + backingStorageSize,
      longestTaskMs: Math.max(0, ...tasks),
      longTasks: tasks.length,
    }
  } finally {
    await reader.close()
  }
}

async function collectLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const durations: number[] = []
    window.longTasks = durations
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) durations.push(duration)
    }).observe({ type: 'longtask' })
  })
}

async function jumpByBar(page: Page, random: Random): Promise<void> {
  await page.evaluate((part) => {
    window.scrollTo(0, part * document.documentElement.scrollHeight)
  }, random.fraction())
}

/** Opens the calendar, goes back some weeks in one of its years and opens the timeline there. */
async function jumpByCalendar(page: Page, random: Random): Promise<void> {
  await page.keyboard.press('g')
  const years = page.getByRole('slider')
  await years.first().waitFor()
  const year = years.nth(Math.floor(random.fraction() * (await years.count())))
  await year.focus()
  const weeks = Math.floor(random.fraction() * 12)
  for (let week = 0; week < weeks; week++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await waitForRows(page)
}

async function scrollFor(page: Page, durationMs: number): Promise<void> {
  const end = performance.now() + durationMs
  while (performance.now() < end) {
    await page.mouse.wheel(0, 400)
    await page.waitForTimeout(40)
  }
}
