import { figure, format, row, type Row, type Table } from '../report/row.ts'
import { siteOf, type Task } from '../task.ts'
import { measureArticles } from './article-rows.ts'
import { measureBrowsing } from './browsing-rows.ts'
import { measureFilter } from './filter-rows.ts'
import { openServer } from './open-server.ts'
import { openBrowser, openReader, type ReaderPage } from './reader-page.ts'

const measurements = [toFirstLoadRows, measureFilter, measureBrowsing, measureArticles]

/** Serves the plain site and reads it in a real browser, every measurement in a profile of its own. */
export async function measureReader(task: Task): Promise<Table> {
  using site = await openServer([task.program, 'serve', siteOf(task, 'plain')])
  await using browser = await openBrowser()
  const rows: Row[] = []
  for (const measure of measurements) {
    await using reader = await openReader(browser, site.url)
    rows.push(...(await measure(reader)))
  }
  return { rows }
}

/** What a reader's first visit costs, on this machine without a network. */
function toFirstLoadRows({ rowsMs, takeTraffic }: ReaderPage): Row[] {
  const { data, script, page } = takeTraffic()
  const requests = [data, script, page].map((kind) => kind.requests)
  const [scriptSize, pageSize] = [script, page].map(({ bytes }) => `${format(bytes / 1000)} KB`)
  return [
    figure('first load: requests', data.requests + script.requests + page.requests),
    figure('first load: data', data.bytes / 1000, 'KB'),
    row('first load: requests for data, scripts, page', requests.join(', ')),
    row('first load: scripts, page', `${scriptSize}, ${pageSize}`),
    figure('first load: first rows', rowsMs, 'ms'),
  ]
}
