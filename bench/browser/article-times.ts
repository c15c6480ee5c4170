import type { Browser, Page } from '@playwright/test'
import { medianOf } from '../measure/median.ts'
import { timeArticle } from './click-time.ts'
import { openReaderPage, waitForQuiet, waitForRows, type ReaderPage } from './reader-page.ts'

/** What opening articles from the timeline costs. */
export interface ArticleTimes {
  /** First article after the timeline has loaded. */
  coldMs: number
  /** Data files fetched for it; scripts of the article page come once besides. */
  coldDataRequests: number
  /** Its neighbours in the list, median. */
  neighbourMs: number
  /** Data files fetched for all of them together. */
  neighbourDataRequests: number
}

const neighbours = [1, 2, 3, 4]

/** Opens the first row of the timeline, goes back, and opens the rows below it one after another. */
export async function measureArticles(browser: Browser, siteUrl: string): Promise<ArticleTimes> {
  const reader = await openReaderPage(browser, siteUrl)
  try {
    await reader.page.goto(siteUrl)
    await waitForRows(reader.page)
    await waitForQuiet(reader.page)
    reader.traffic.take()
    const cold = await openRow(reader, 0)
    const warm = []
    for (const row of neighbours) warm.push(await openRow(reader, row))
    return {
      coldMs: cold.ms,
      coldDataRequests: cold.dataRequests,
      neighbourMs: medianOf(warm.map(({ ms }) => ms)),
      neighbourDataRequests: warm.reduce((sum, { dataRequests }) => sum + dataRequests, 0),
    }
  } finally {
    await reader.close()
  }
}

async function openRow(
  { page, traffic }: ReaderPage,
  row: number,
): Promise<{ ms: number; dataRequests: number }> {
  const ms = await timeArticle(rowLink(page, row))
  await waitForQuiet(page)
  const dataRequests = traffic.take().data.requests
  await page.goBack()
  await waitForRows(page)
  await waitForQuiet(page)
  traffic.take()
  return { ms, dataRequests }
}

function rowLink(page: Page, row: number) {
  return page.getByRole('main').getByRole('article').nth(row).getByRole('link').first()
}
