import { expectNoFindings, expectNoSidewaysScroll } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { sites } from './sites.ts'

test.use({ baseURL: sites.linked })

const found = /\?q=%22%E7%99%BD%E5%B8%86%E5%8F%B7%22&from=2017-04-01&to=2017-04-30$/

for (const width of [1440, 390]) {
  test(`${width} px: a term of the calendar opens the posts of its month that have it`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 })
    await page.goto('./calendar')
    const year = page.getByRole('region', { name: /^2017 ·/ })
    await expect(year.getByText('Apr', { exact: true }).first()).toBeVisible()
    await expectNoFindings(page)
    await expectNoSidewaysScroll(page)
    await year.getByRole('link', { name: '白帆号 in April 2017' }).click()
    await expect(page).toHaveURL(found)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('April 2017')
    await expect(page.getByText('5 posts', { exact: true })).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1, name: 'Calendar' })).toBeVisible()
  })

  test(`${width} px: the front door names terms of the newest months, without a request for them`, async ({
    page,
  }) => {
    const asked: string[] = []
    page.on('request', (request) => {
      if (/\/data\/topics\//.test(request.url())) asked.push(request.url())
    })
    await page.setViewportSize({ width, height: 844 })
    await page.goto('./')
    const showRest = () => page.getByRole('checkbox', { name: /^Show sources/ }).check()
    if (width === 390) await showRest()
    const door = page.getByRole('toolbar', { name: 'Years, sources, topics' })
    await expect(door.getByRole('heading', { name: 'By month' })).toBeVisible()
    await door.getByRole('link', { name: '白帆号', exact: true }).click()
    await expect(page).toHaveURL(found)
    await expect(page.getByText('5 posts', { exact: true })).toBeVisible()
    await page.goBack()
    if (width === 390) await showRest()
    await page.getByRole('link', { name: 'April 2017', exact: true }).click()
    await expect(page).toHaveURL(/\/\?from=2017-04-01&to=2017-04-30$/)
    expect(asked).toEqual([])
  })
}

test('a reader that an article started builds the same', async ({ page }) => {
  await page.goto('./')
  const door = page.getByRole('toolbar', { name: 'Years, sources, topics' })
  const built = await door.innerText()
  await page.getByRole('main').getByRole('article').first().getByRole('link').first().click()
  await expect(page).toHaveURL(/\/posts\//)
  await page.reload()
  await page.getByRole('link', { name: 'Timeline', exact: true }).click()
  await expect(door).toBeVisible()
  expect(await door.innerText()).toBe(built)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a month of the front door leads to its list', async ({ page }) => {
    await page.goto('./')
    await expect(page.getByText('白帆号', { exact: true })).toBeVisible()
    await page.getByRole('link', { name: 'April 2017', exact: true }).click()
    await expect(page).toHaveURL(/\/browse\/month\/2017-04\/$/)
    await expect(page.getByRole('link', { name: '白帆号 and morning 34' })).toBeVisible()
  })
})
