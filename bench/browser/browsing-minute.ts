import type { Browser, Page } from '@playwright/test'
import { makeRandom } from '../generate/random.ts'
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

/** Scrolls down with the wheel for three seconds, jumps somewhere else, and so on until the time is over. */
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
    while (performance.now() < end) {
      await scrollFor(page, 3_000)
      await page.evaluate((part) => {
        window.scrollTo(0, part * document.documentElement.scrollHeight)
      }, random.fraction())
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

async function scrollFor(page: Page, durationMs: number): Promise<void> {
  const end = performance.now() + durationMs
  while (performance.now() < end) {
    await page.mouse.wheel(0, 400)
    await page.waitForTimeout(40)
  }
}
