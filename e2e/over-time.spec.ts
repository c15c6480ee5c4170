import type { Page } from '@playwright/test'
import { expectNoFindings, expectNoSidewaysScroll } from './axe.ts'
import { expect, test } from './fixtures.ts'

/** Passages, one a row. */
function passages(page: Page) {
  return page.getByRole('region', { name: 'Passages' }).locator('ol > li')
}

async function openHarbour(page: Page): Promise<void> {
  await page.goto('./?q=harbour')
  await page.getByRole('link', { name: 'Over time' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Over time · harbour')
}

test('a search over time: first and last post, sources, and its passages to read down', async ({
  page,
}) => {
  await openHarbour(page)
  await expect(page).toHaveURL(/calendar\?q=harbour&form=bars$/)
  await expect(page).toHaveTitle(/^Over time · harbour · /)
  await expect(page.getByText('First post').locator('..')).toContainText(
    '4 March 2012 · Notes from a new reading room',
  )
  await expect(page.getByText('Last post').locator('..')).toContainText('11 May 2024')
  await expect(page.getByRole('link', { name: 'news.saltmere.example', exact: true })).toBeVisible()
  await expect(passages(page)).toHaveCount(7)
  await expect(passages(page).first()).toContainText('4 March 2012')
  for (const row of await passages(page).all()) {
    await expect(row.getByText(/harbour/i).first()).toBeVisible()
  }
  await passages(page).getByRole('link', { name: 'Ice in the inner harbour' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Ice in the inner/ })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Over time · harbour')
})

test('source by source, no post of the list is left out', async ({ page }) => {
  await page.goto('./calendar?form=bars')
  const sources = page.locator('section').filter({
    has: page.getByRole('heading', { name: 'Source by source' }),
  })
  const others = sources.getByText(/posts of other sources, or of none$/)
  await expect(others).toBeVisible()
  const counts = [...(await sources.locator('li span').allTextContents()), await others.innerText()]
  expect(counts.reduce((sum, text) => sum + Number.parseInt(text, 10), 0)).toBe(58)
})

test('its bars narrow the list by keyboard, and its address says so', async ({ page }) => {
  await openHarbour(page)
  const from = page.getByRole('slider', { name: 'From' })
  await expect(from).toHaveAttribute('aria-valuetext', '2012')
  await from.focus()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/from=2013-01-01&to=2024-12-31&form=bars$/)
  await expect(from).toBeFocused()
  await expect(page.getByText('First post').locator('..')).toContainText('21 September 2013')
  await expect(passages(page)).toHaveCount(6)
  await page.reload()
  await expect(passages(page)).toHaveCount(6)
  await page.getByRole('link', { name: 'Back to the list' }).click()
  await expect(page).toHaveURL(/\/\?q=harbour&from=2013-01-01&to=2024-12-31$/)
  await page.goBack()
  await page.getByRole('button', { name: 'Show all of its time' }).click()
  await expect(passages(page)).toHaveCount(7)
})

test('drawing over the bars narrows the list, a table opens its periods', async ({ page }) => {
  await openHarbour(page)
  await expect(passages(page)).toHaveCount(7)
  const box = await page.locator('[class*=brush]').boundingBox()
  if (box === null) throw new Error('there are no bars')
  const y = box.y + box.height / 2
  // From the last of 13 bars to the fourth from the end: 2021 to 2024.
  await page.mouse.move(box.x + box.width - 4, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * (9.5 / 13), y, { steps: 4 })
  await expect(page.getByText('2021 – 2024')).toBeVisible()
  await page.mouse.up()
  await expect(page).toHaveURL(/from=2021-01-01&to=2024-12-31/)
  await expect(passages(page)).toHaveCount(2)

  await page.getByText('As a table').click()
  await page.getByRole('table').getByRole('link', { name: '2018' }).click()
  await expect(page).toHaveURL(/\/\?q=harbour&from=2018-01-01&to=2018-12-31$/)
})

test('the whole archive by other periods, with what has no date said', async ({ page }) => {
  await page.goto('./calendar?form=bars')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Over time')
  await expect(page.getByText(/no date as exact as this/)).toBeVisible()
  await page.getByRole('radio', { name: 'Months' }).check({ force: true })
  await expect(page).toHaveURL(/form=bars&by=month$/)
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Months' })).toBeChecked()
  await expect(page.getByRole('region', { name: 'Posts' }).locator('ol > li').first()).toBeVisible()
})

test('on paper it holds everything but what is to press', async ({ page }) => {
  await openHarbour(page)
  await expect(passages(page)).toHaveCount(7)
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('table').getByRole('link', { name: '2018' })).toBeVisible()
  await expect(page.getByRole('slider', { name: 'From' })).toBeHidden()
  await expect(page.getByRole('link', { name: 'Back to the list' })).toBeHidden()
  await expect(page.getByText('Go to', { exact: true })).toBeHidden()
  await expect(page.getByText(/\/calendar\?q=harbour&form=bars$/)).toBeVisible()
  await expect(passages(page).first()).toBeVisible()
})

for (const width of [1440, 390]) {
  test(`has no findings of axe and no sideways scroll at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 })
    await openHarbour(page)
    await expect(passages(page)).toHaveCount(7)
    await expectNoFindings(page)
    await expectNoSidewaysScroll(page)
  })
}
