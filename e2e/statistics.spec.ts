import { expectNoFindings, expectNoSidewaysScroll } from './axe.ts'
import { expect, test } from './fixtures.ts'

for (const width of [1440, 390]) {
  test(`at ${width} px About leads to the statistics, and figures lead to their lists`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.goto('./about')
    await page.getByRole('link', { name: /^Statistics/ }).click()
    await expect(page).toHaveURL(/\/statistics$/)
    await expect(page.getByRole('heading', { level: 1, name: 'Statistics' })).toBeVisible()
    await expect(page.getByText('58 posts · 53 of them articles')).toBeVisible()
    await expectNoFindings(page)
    await expectNoSidewaysScroll(page)
    await page.getByText('Numbers by year').nth(1).click()
    const years = page.getByRole('table', { name: 'By source: Numbers by year' })
    const row = years
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: '2024' }) })
    const link = row.getByRole('link').first()
    const number = await link.textContent()
    await link.click()
    await expect(page).toHaveURL(/\?source=news\.saltmere\.example&year=2024$/)
    await expect(page.getByText(`${number} posts`)).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1, name: 'Statistics' })).toBeVisible()
  })
}

test('lengths and what is missing lead to as many posts, which a search finds too', async ({
  page,
}) => {
  for (const [name, address, chip, query] of [
    ['less than 1 minute', /\?length=0$/, 'Minutes to read: < 1', 'length:0'],
    [
      'Posts without an original address',
      /\?missing=original$/,
      'Missing: original address',
      'missing:original',
    ],
  ] as const) {
    await page.goto('./statistics')
    const link = page.getByRole('row', { name }).getByRole('link')
    const count = await link.textContent()
    await link.click()
    await expect(page).toHaveURL(address)
    await expect(page.getByRole('button', { name: `Remove ${chip}` })).toBeVisible()
    const shown = page.getByRole('status').filter({ hasText: `${count} posts` })
    await expect(shown).toBeVisible()
    await page.goto(`./?q=${encodeURIComponent(query)}`)
    await expect(shown).toBeVisible()
    await expect(page.getByRole('button', { name: `Remove ${chip}` })).toBeVisible()
  }
})

test('the address opens the page, with one data file of its own', async ({ page }) => {
  const data: string[] = []
  page.on('request', (request) => {
    const [, kind] = /\/data\/(\w+)\//.exec(request.url()) ?? []
    if (kind !== undefined) data.push(kind)
  })
  await page.goto('./statistics')
  await expect(page.getByRole('table').first()).toBeVisible()
  expect(data).toEqual(['statistics'])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the statistics read, and lead to lists where there are some', async ({ page }) => {
    await page.goto('./statistics/')
    await expect(page.getByRole('heading', { name: 'By language' })).toBeVisible()
    await page
      .getByRole('row', { name: /tea\.saltmere\.example/ })
      .first()
      .getByRole('link')
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('source tea.saltmere.example')
  })
})
