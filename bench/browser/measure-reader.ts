import type { Browser } from 'playwright'
import { figure, format, row, toTable, type Row, type Table } from '../report/row.ts'
import { siteOf, type Task } from '../task.ts'
import { measureArticles } from './article-rows.ts'
import { measureBrowsing } from './browsing-rows.ts'
import { measureFilter } from './filter-rows.ts'
import { openServer } from './open-server.ts'
import { openBrowser, waitForQuiet, waitForRows, withReaderPage } from './reader-page.ts'

/** Serves the plain site and reads it in a real browser, every measurement in a profile of its own. */
export async function measureReader(task: Task): Promise<Table> {
  const site = await openServer([task.program, 'serve', siteOf(task, 'plain')])
  const browser = await openBrowser()
  try {
    const rows: Row[] = []
    for (const measure of [measureFirstLoad, measureFilter, measureBrowsing, measureArticles]) {
      rows.push(...(await measure(browser, site.url)))
    }
    return toTable(rows)
  } finally {
    await browser.close()
    site.close()
  }
}

/** What a reader's first visit costs, on this machine without a network. */
async function measureFirstLoad(browser: Browser, siteUrl: string) {
  return withReaderPage(browser, siteUrl, async ({ page, takeTraffic }) => {
    const started = performance.now()
    await page.goto(siteUrl)
    await waitForRows(page)
    const rowsMs = performance.now() - started
    await waitForQuiet(page)
    const { data, script, page: rest } = takeTraffic()
    const kinds = [data, script, rest]
    const toKilobytes = ({ bytes }: typeof data) => `${format(bytes / 1000)} KB`
    return [
      figure(
        'first load: requests',
        kinds.reduce((sum, { requests }) => sum + requests, 0),
      ),
      figure('first load: data', data.bytes / 1000, 'KB'),
      row(
        'first load: requests for data, scripts, page',
        kinds.map(({ requests }) => requests).join(', '),
      ),
      row('first load: scripts, page', [script, rest].map(toKilobytes).join(', ')),
      figure('first load: first rows', rowsMs, 'ms'),
    ]
  })
}
