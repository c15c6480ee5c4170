import { medianOf } from '../measure/statistics.ts'
import { figure, row, type Row } from '../report/row.ts'
import { waitForQuiet, waitForRows, type ReaderPage } from './reader-page.ts'

const neighbours = [1, 2, 3, 4]

/** Opens the first row of the newest year, goes back, and opens the rows below it one after another. */
export async function measureArticles(reader: ReaderPage): Promise<Row[]> {
  // Below the front door only three rows stand on the screen.
  await reader.page.getByRole('list', { name: 'Years' }).getByRole('link').first().click()
  await reader.page.getByRole('toolbar', { name: 'Active filters' }).waitFor()
  await waitForQuiet(reader.page)
  reader.takeTraffic()
  const cold = await openRow(reader, 0)
  const warm: (typeof cold)[] = []
  for (const at of neighbours) warm.push(await openRow(reader, at))
  const requests = warm.reduce((sum, { dataRequests }) => sum + dataRequests, 0)
  return [
    figure('article, warm neighbour', medianOf(warm.map(({ ms }) => ms)), 'ms'),
    figure('article, cold: data requests', cold.dataRequests),
    figure('article, cold', cold.ms, 'ms'),
    row('data requests of four neighbours', String(requests)),
  ]
}

async function openRow({ page, takeTraffic }: ReaderPage, at: number) {
  const link = page.getByRole('main').getByRole('article').nth(at).getByRole('link').first()
  const [ms = NaN] = await link.evaluate((element) =>
    window.bench.time(
      () => element instanceof HTMLElement && element.click(),
      () => (document.querySelector('main article h1')?.getClientRects().length ?? 0) > 0,
    ),
  )
  await waitForQuiet(page)
  const dataRequests = takeTraffic().data.requests
  await page.goBack()
  await waitForRows(page)
  await waitForQuiet(page)
  takeTraffic()
  return { ms, dataRequests }
}
