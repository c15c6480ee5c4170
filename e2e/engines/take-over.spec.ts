import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'

// A page that can be read stays until the reader has drawn its first view: whatever an engine lacks, and whatever happens to the script.

const readerScript = /\/assets\/index-[\w-]+\.js$/

/** Engines and hosts on which the reader cannot start. */
const faults: { name: string; plant: (page: Page) => Promise<unknown> }[] = [
  {
    name: 'lacks what the reader calls while it starts',
    plant: (page) => page.addInitScript(() => Reflect.deleteProperty(Object, 'hasOwn')),
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

for (const { name, plant } of faults) {
  test(`S24 the newest posts stay readable where a browser ${name}`, async ({
    page,
    complaints,
  }) => {
    await plant(page)
    const failed = Promise.race([
      page.waitForEvent('requestfailed'),
      page.waitForEvent('pageerror'),
    ])
    await page.goto('./', { waitUntil: 'load' })
    await failed
    const row = page.getByRole('main').getByRole('article').getByRole('link').first()
    await expect(row).toBeVisible()
    await expect(page.locator('main.newest')).toBeAttached()
    const title = (await row.textContent()) ?? ''
    await row.click({ noWaitAfter: true })
    await expect(page).toHaveURL(/\/posts\//)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    complaints.length = 0
  })
}
