import type { Browser } from '@playwright/test'
import { openReaderPage, waitForQuiet, waitForRows } from './reader-page.ts'
import type { Traffic } from './traffic.ts'

/** What a reader's first visit costs. */
export interface FirstLoad {
  traffic: Traffic
  /** From the click on the link to the first rows, on this machine without a network. */
  rowsMs: number
}

/** Opens the timeline for the first time. */
export async function measureFirstLoad(browser: Browser, siteUrl: string): Promise<FirstLoad> {
  const reader = await openReaderPage(browser, siteUrl)
  try {
    const started = performance.now()
    await reader.page.goto(siteUrl)
    await waitForRows(reader.page)
    const rowsMs = performance.now() - started
    await waitForQuiet(reader.page)
    return { traffic: reader.traffic.take(), rowsMs }
  } finally {
    await reader.close()
  }
}
