import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'

// A page that can be read stays until the reader has drawn its first view: whatever an engine lacks, and whatever happens to the script.

const readerScript = /\/assets\/index-[\w-]+\.js$/

/** Engines and hosts on which the reader cannot start. */
const faults: { name: string; plant: (page: Page) => Promise<unknown> }[] = [
  {
    name: 'lacks what the reader calls while it starts',
    plant: (page) => page.addInitScript(() => Reflect.deleteProperty(globalThis, 'URL')),
  },
  {
    name: 'lacks what the first view calls',
    plant: (page) => page.addInitScript(() => Reflect.deleteProperty(globalThis, 'ResizeObserver')),
  },
  {
    name: 'cannot parse the script',
    plant: (page) =>
      page.route(readerScript, (route) =>
        route.fulfill({ contentType: 'text/javascript', body: 'const = new syntax' }),
      ),
  },
  {
    name: 'does not get the script',
    plant: (page) => page.route(readerScript, (route) => route.abort()),
  },
]

/** Plants a fault and opens an address; resolves when the browser has met the fault. */
async function openWith(page: Page, plant: (page: Page) => Promise<unknown>, address: string) {
  await plant(page)
  const met = Promise.race([page.waitForEvent('requestfailed'), page.waitForEvent('pageerror')])
  await page.goto(address, { waitUntil: 'load' })
  await met
}

for (const { name, plant } of faults) {
  test(`S24 the newest posts stay readable where a browser ${name}`, async ({
    page,
    complaints,
  }) => {
    await openWith(page, plant, './')
    const row = page.getByRole('main').getByRole('article').getByRole('link').first()
    await expect(row).toBeVisible()
    await expect(page.locator('main.newest')).toBeAttached()
    const title = (await row.textContent()) ?? ''
    await row.click({ noWaitAfter: true })
    await expect(page).toHaveURL(/\/posts\//)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    complaints.length = 0
  })

  test(`S24 a filter says what it is and leads to lists where a browser ${name}`, async ({
    page,
    complaints,
  }) => {
    await openWith(page, plant, './?tag=birds')
    const main = page.getByRole('main')
    await expect(main.getByRole('heading', { level: 1 })).toContainText('birds')
    const reason = main.getByText(/cannot run in this browser|could not be loaded/)
    await expect(reason.filter({ visible: true })).toHaveCount(1)
    await expect(main.getByRole('article')).toHaveCount(0)
    await main.getByRole('link', { name: 'Newest posts' }).click({ noWaitAfter: true })
    await expect(main.getByRole('article').first()).toBeVisible()
    complaints.length = 0
  })
}

test('S24 an engine below the floor keeps pages and lists, and the reader does not try', async ({
  page,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(Array.prototype, 'findLast'))
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('manifest.json')) scripts.push(request.url())
  })
  await page.goto('./?q=gull', { waitUntil: 'load' })
  await expect(page.getByText('cannot run in this browser')).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Newest posts' }).click()
  const row = page.getByRole('main').getByRole('article').getByRole('link').first()
  const title = (await row.textContent()) ?? ''
  await row.click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  expect(scripts).toEqual([])
})
