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
      // The newest rows come with the opening; the oldest are only in their shard.
      await page.goto(pattern === shard ? './?sort=oldest' : './')
      if (pattern === article) {
        await page.getByRole('main').getByRole('article').getByRole('link').first().click()
      }
      let loads = 0
      page.on('load', () => loads++)
      const retry = page.getByRole('button', { name: /Try again|Reload/ }).first()
      await expect(retry).toBeVisible()
      await page.waitForLoadState('networkidle')
      await page.unroute(pattern)
      await retry.click()
      await expect(
        page.getByRole('main').getByRole('article').getByRole('link').first(),
      ).toBeVisible()
      await expect(retry).toBeHidden()
      // The host has no newer build: a reload would have removed what the page still showed.
      expect(loads).toBe(0)
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
  await expect(page.getByText('The archive could not be reached.')).toBeVisible()
  // By now every automatic request has failed: the next one comes from the click.
  await page.waitForLoadState('networkidle')
  await page.unroute('**/manifest.json')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
  complaints.length = 0
})

test('S24 an archive that could not be reached is shown when the network comes back', async ({
  page,
  complaints,
}) => {
  await page.route('**/manifest.json', (route) => route.abort())
  await page.goto('./')
  await expect(page.getByText('The archive could not be reached.')).toBeVisible()
  await page.waitForLoadState('networkidle')
  await page.unroute('**/manifest.json')
  await page.evaluate(() => globalThis.dispatchEvent(new Event('online')))
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
  complaints.length = 0
})

test('S24 keeps working where the browser blocks storage', async ({ page }) => {
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

test('S23 notices a new build and offers to load it', async ({ page }) => {
  await page.goto('./')
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
  await page.route('**/manifest.json', async (route) => {
    const response = await route.fetch()
    const manifest = await response.json()
    await route.fulfill({ json: { ...manifest, buildId: 'aaaaaaaaaaaaaaaaaaaaaaaaaa' } })
  })
  await page.evaluate(() =>
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
  )
  await expect(page.getByText('A newer version of this archive is available.')).toBeVisible()
  await page.unroute('**/manifest.json')
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
  await expect(page.getByText('A newer edition')).toBeHidden()
})

const articleCode = /assets\/article-page.*\.js/

test('S23 says so when a chunk of the reader cannot be loaded, and a retry works', async ({
  page,
  complaints,
}) => {
  await page.goto('./')
  const link = page.getByRole('main').getByRole('article').getByRole('link').first()
  await expect(link).toBeVisible()
  let loads = 0
  page.on('load', () => loads++)
  await page.route(articleCode, (route) => route.abort())
  await link.click()
  const retry = page.getByRole('button', { name: 'Try again' }).first()
  await expect(retry).toBeVisible()
  expect(loads).toBe(0)
  await page.unroute(articleCode)
  await retry.click()
  await expect(page.getByRole('link', { name: /Internet Archive/ }).first()).toBeVisible()
  complaints.length = 0
})

test('S23 reloads once for the newer reader when a newer build has removed a chunk', async ({
  page,
  complaints,
}) => {
  await page.goto('./')
  const link = page.getByRole('main').getByRole('article').getByRole('link').first()
  const title = await link.textContent()
  let loads = 0
  page.on('load', () => loads++)
  await page.route(articleCode, (route) => route.fulfill({ status: 404 }))
  await page.route('**/manifest.json', async (route) => {
    const manifest = await (await route.fetch()).json()
    await route.fulfill({ json: { ...manifest, buildId: 'aaaaaaaaaaaaaaaaaaaaaaaaaa' } })
  })
  await link.click()
  // Until then the place of the article says what is missing, under its title.
  await expect.poll(() => loads).toBe(1)
  // The article's own page, which stays where the reader cannot be loaded.
  await expect(page).toHaveURL(/\/posts\//)
  await expect(page.getByRole('heading', { level: 1, name: title ?? '' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(loads).toBe(1)
  complaints.length = 0
})

test('S23 reloads once for the newer edition when it has removed an article', async ({
  page,
  complaints,
}) => {
  await page.goto('./')
  const link = page.getByRole('main').getByRole('article').getByRole('link').first()
  const title = (await link.textContent()) ?? ''
  let loads = 0
  let documents = 0
  page.on('load', () => loads++)
  page.on('request', (request) => {
    if (request.isNavigationRequest()) documents++
  })
  await page.route(article, (route) =>
    documents === 0 ? route.fulfill({ status: 404 }) : route.fallback(),
  )
  await page.route('**/manifest.json', async (route) => {
    const manifest = await (await route.fetch()).json()
    await route.fulfill({ json: { ...manifest, buildId: 'aaaaaaaaaaaaaaaaaaaaaaaaaa' } })
  })
  await link.click()
  await expect.poll(() => loads).toBe(1)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(loads).toBe(1)
  complaints.length = 0
})

test('S24 leaves a prerendered article in place when its data cannot be loaded', async ({
  page,
  complaints,
}) => {
  await page.goto('./')
  const href = await page
    .getByRole('main')
    .getByRole('article')
    .getByRole('link')
    .first()
    .getAttribute('href')
  await page.route(article, (route) => route.fulfill({ status: 404 }))
  await page.goto(href ?? '')
  await page.waitForLoadState('networkidle')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: /Internet Archive/ }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden()
  complaints.length = 0
})

test('S24 keeps the list when an article is opened offline', async ({
  page,
  context,
  complaints,
}) => {
  await page.goto('./')
  const links = page.getByRole('main').getByRole('article').getByRole('link')
  await expect(links.first()).toBeVisible()
  await context.setOffline(true)
  await links.first().click()
  const retry = page.getByRole('button', { name: 'Try again' }).first()
  await expect(retry).toBeVisible()
  await context.setOffline(false)
  await retry.click()
  await expect(page.getByRole('link', { name: /Internet Archive/ }).first()).toBeVisible()
  complaints.length = 0
})
