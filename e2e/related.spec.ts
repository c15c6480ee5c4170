import type { Page } from '@playwright/test'
import { expectNoFindings, expectNoSidewaysScroll } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { sites } from './sites.ts'

test.use({ baseURL: sites.linked })

const more = (page: Page) => page.getByRole('region', { name: 'More on this' })

/** Opens a post of the month that tells of the ship, from the list of its day. */
async function openPost(page: Page, title: string): Promise<void> {
  const day = title === 'Morning 35' ? '2017-04-09' : '2017-04-08'
  await page.goto(`./?from=${day}&to=${day}`)
  await page.getByRole('main').getByRole('link', { name: title, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
}

for (const width of [1440, 390]) {
  test(`${width} px: posts that lead on stand below an article with why, and open`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 })
    await openPost(page, '白帆号 and morning 34')
    const related = more(page).getByRole('listitem')
    await expect(related.first()).toBeVisible()
    expect(await related.count()).toBeLessThanOrEqual(6)
    const other = related.filter({ hasText: '白帆号 and morning 36' })
    await expect(other).toContainText(/mentions 白帆号, 林潮生.* · 2 days later · other source/)
    await expect(other).toContainText('2017-04-10')
    await expect(other).toContainText('gull.example')
    await expectNoFindings(page)
    await expectNoSidewaysScroll(page)
    await other.getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('白帆号 and morning 36')
    await expect(more(page).getByRole('link', { name: '白帆号 and morning 34' })).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('白帆号 and morning 34')
  })
}

test('a post that nothing leads on from has none', async ({ page }) => {
  await openPost(page, 'Morning 35')
  await expect(page.getByText('On morning 35 somebody')).toBeVisible()
  await expect(more(page)).not.toBeAttached()
})

test('a page asks for nothing but its manifest, an article of a list for nothing but its pack', async ({
  page,
}) => {
  await openPost(page, '白帆号 and morning 34')
  const address = page.url()
  const asked: string[] = []
  page.on('request', (request) => {
    const [kind] = /\/data\/\w+\/|manifest\.json/.exec(request.url()) ?? []
    if (kind !== undefined) asked.push(kind)
  })
  await page.goto(address)
  await expect(more(page)).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(asked).toEqual(['manifest.json'])

  asked.length = 0
  await more(page).getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('白帆号 and morning 34')
  await expect(more(page)).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect([...new Set(asked)].toSorted()).toEqual([
    '/data/bodies/',
    '/data/opening/',
    '/data/timeline/',
  ])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('they open pages', async ({ page }) => {
    await page.goto('./browse/month/2017-04/')
    await page.getByRole('link', { name: '白帆号 and morning 34', exact: true }).click()
    await more(page).getByRole('link', { name: '白帆号 and morning 36' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('白帆号 and morning 36')
  })
})
