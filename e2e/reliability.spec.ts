import { expect, test } from './fixtures.ts'

const article = /\/data\/bodies\//
const shard = /\/data\/timeline\//

const faults = [
  { name: 'is missing', answer: { status: 404, body: 'gone' } },
  { name: 'is an HTML page', answer: { status: 200, contentType: 'text/html', body: '<p>hi' } },
  { name: 'is cut off', answer: { status: 200, body: '{"firstOrdinal":0,"rows":[' } },
  { name: 'has another shape', answer: { status: 200, body: '{"rows":3}' } },
]

for (const { name, answer } of faults) {
  for (const { what, pattern } of [
    { what: 'a timeline shard', pattern: shard },
    { what: 'a body pack', pattern: article },
  ]) {
    test(`S24 says so when ${what} ${name}, and a retry works`, async ({ page, complaints }) => {
      await page.route(pattern, (route) => route.fulfill(answer))
      await page.goto('./')
      if (pattern === article) {
        await page.getByRole('main').getByRole('article').getByRole('link').first().click()
      }
      const retry = page.getByRole('button', { name: /Try again|Reload/ }).first()
      await expect(retry).toBeVisible({ timeout: 20_000 })
      await page.unroute(pattern)
      await retry.click()
      await expect(
        page.getByRole('main').getByRole('article').getByRole('link').first(),
      ).toBeVisible()
      await expect(retry).toBeHidden()
      complaints.length = 0
    })
  }
}

test('S24 says so when the archive cannot be reached, and a retry works', async ({
  page,
  complaints,
}) => {
  await page.route('**/manifest.json', (route) => route.abort())
  await page.goto('./')
  await expect(page.getByText('The archive could not be reached.')).toBeVisible({ timeout: 20_000 })
  await page.unroute('**/manifest.json')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
  complaints.length = 0
})

test('S24 reads on where the browser refuses storage', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError')
      },
    })
  })
  await page.goto('./')
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByText('Dark', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('S23 notices a new build and offers it', async ({ page }) => {
  await page.goto('./')
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
  await page.route('**/manifest.json', async (route) => {
    const response = await route.fetch()
    const manifest = await response.json()
    await route.fulfill({ json: { ...manifest, buildId: 'aaaaaaaaaaaaaaaa' } })
  })
  await page.evaluate(() =>
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
  )
  await expect(page.getByText('A newer edition of this archive has been published.')).toBeVisible()
  await page.unroute('**/manifest.json')
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
  await expect(page.getByText('A newer edition')).toBeHidden()
})

test('S23 reloads once, then says so, when a part of the reader is gone', async ({
  page,
  complaints,
}) => {
  await page.goto('./')
  const link = page.getByRole('main').getByRole('article').getByRole('link').first()
  await expect(link).toBeVisible()
  let loads = 0
  page.on('load', () => loads++)
  await page.route(/assets\/article-route.*\.js/, (route) => route.fulfill({ status: 404 }))
  await link.click()
  await expect(page.getByRole('button', { name: /Try again|Reload/ }).first()).toBeVisible({
    timeout: 20_000,
  })
  expect(loads).toBeLessThanOrEqual(1)
  await page.unroute(/assets\/article-route.*\.js/)
  await page
    .getByRole('button', { name: /Try again|Reload/ })
    .first()
    .click()
  await expect(page.getByRole('link', { name: /Internet Archive/ }).first()).toBeVisible()
  complaints.length = 0
})
