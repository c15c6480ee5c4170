import { expect, test } from './fixtures.ts'
import { sites } from './sites.ts'

test.use({ timezoneId: 'Asia/Shanghai' })

test('a list names its clock, takes the reader’s own and keeps the row in view', async ({
  page,
}) => {
  await page.goto('./')
  const rows = page.getByRole('main').getByRole('article')
  await expect(rows.first()).toContainText('UTC')
  await rows.nth(2).scrollIntoViewIfNeeded()
  const title = (await rows.nth(2).getByRole('link').textContent()) ?? ''
  const row = rows.filter({ has: page.getByRole('link', { name: title, exact: true }) })
  const before = await row.boundingBox()
  const clock = page.getByLabel('Times')
  await clock.selectOption({ label: 'Asia/Shanghai (mine)' })
  await expect(row).toContainText('UTC+8')
  const after = await row.boundingBox()
  // Headings between the rows may come and go; the row at the top of the window stays where it is.
  expect(Math.abs((after?.y ?? -999) - (before?.y ?? 0))).toBeLessThan(200)
  await page.reload()
  await expect(clock).toHaveValue('own')
})

test('an address with days says the same to everybody, whatever they have chosen', async ({
  browser,
}) => {
  const context = await browser.newContext({ timezoneId: 'America/New_York', locale: 'en-GB' })
  const page = await context.newPage()
  const heading = page.getByRole('heading', { level: 1 })
  await page.goto(`${sites.examples}?from=2020-08-31&to=2020-08-31&clock=Asia/Shanghai`)
  await expect(heading).toHaveText('31 August 2020 · Asia/Shanghai time')
  await expect(page.getByRole('main').getByRole('article').first()).toContainText('05:56')
  const dates = page.getByRole('group', { name: /^Dates/ })
  await expect(dates).toHaveAccessibleName('Dates Asia/Shanghai time')
  await page.getByLabel('Times').selectOption({ label: 'UTC' })
  await expect(dates).toHaveAccessibleName('Dates UTC time')
  await expect(page).toHaveURL(/\?from=2020-08-31&to=2020-08-31$/)
  await expect(heading).toHaveText('31 August 2020')
  await context.close()
})

test('days in a search are those of the clock that the reader has chosen', async ({ page }) => {
  await page.goto('./')
  const clock = page.getByLabel('Times')
  await clock.selectOption({ label: 'Asia/Shanghai (mine)' })
  await expect(clock).toHaveValue('own')
  const field = page.getByRole('searchbox')
  await field.fill('date:2020-08-31')
  await field.press('Enter')
  const rows = page.getByRole('main').getByRole('article')
  await expect(page).toHaveURL(/\?q=date%3A2020-08-31&clock=Asia%2FShanghai$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'date:2020-08-31 · Asia/Shanghai time',
  )
  await expect(rows.first()).toContainText('05:56')
  const chips = page.getByRole('toolbar', { name: 'Search conditions' })
  await expect(chips).toContainText('published: 31 August 2020 · Asia/Shanghai time')
  await clock.selectOption({ label: 'UTC' })
  await expect(page).toHaveURL(/\?q=date%3A2020-08-31$/)
  await expect(page.getByText('05:56')).toHaveCount(0)
})
