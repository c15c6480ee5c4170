import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

function linksOf(page: Page) {
  return page.getByRole('main').getByRole('article').getByRole('link')
}

const original = /Internet Archive/

test('S23 dialogs open without a network in a page that was used, and an article says what it lacks', async ({
  page,
  context,
  complaints,
}) => {
  await page.goto('./')
  await expect(linksOf(page).first()).toBeVisible()
  const last = page.waitForResponse(/\/assets\/search-as-you-type-[^/]*\.js$/)
  await page.mouse.move(200, 300)
  await last
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)

  await page.getByRole('button', { name: 'Settings' }).click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await expect(settings.getByRole('radio', { name: 'Dark' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(keys.getByRole('row').first()).toBeVisible()
  await page.keyboard.press('Escape')

  const link = linksOf(page).nth(1)
  const title = (await link.textContent()) ?? ''
  await page.route(/\/data\/bodies\//, (route) => route.abort())
  await link.click()
  await expect(page.getByText('The archive could not be reached.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await page.unroute(/\/data\/bodies\//)
  await context.setOffline(false)
  await expect(page.getByRole('link', { name: original }).first()).toBeVisible()
  complaints.length = 0
})

test('S23 the first article opens when the network comes back, and Back leads to the same row', async ({
  page,
  context,
  complaints,
}) => {
  await page.goto('./')
  const link = linksOf(page).nth(3)
  await expect(link).toBeVisible()
  const title = (await link.textContent()) ?? ''
  await context.setOffline(true)
  await link.click()
  await expect(page.getByRole('button', { name: 'Try again' }).first()).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('link', { name: original }).first()).toBeVisible()
  await page.goBack()
  await expect(linksOf(page).filter({ hasText: title })).toBeInViewport()
  complaints.length = 0
})

/** Chunks that the code of articles imports: what it loads again under another address asks for these by their old one. */
const imported = /\/assets\/(?:archive|plain-text)-[^/]*\.js$/

test('S23 a retry works when what failed is a chunk that another one imports', async ({
  page,
  complaints,
}) => {
  await page.goto('./')
  const link = linksOf(page).nth(1)
  await expect(link).toBeVisible()
  const title = (await link.textContent()) ?? ''
  let loads = 0
  page.on('load', () => loads++)
  await page.route(imported, (route) => route.abort())
  await link.click()
  const retry = page.getByRole('button', { name: 'Try again' }).first()
  await expect(retry).toBeVisible()
  await expect(page.getByText('The archive could not be reached.')).toBeVisible()
  expect(loads).toBe(0)
  await page.unroute(imported)
  await retry.click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('link', { name: original }).first()).toBeVisible()
  expect(loads).toBeLessThan(2)
  await page.goBack()
  await expect(linksOf(page).filter({ hasText: title })).toBeInViewport()
  complaints.length = 0
})

test('S23 typing searches again once its code can be loaded, without a reload', async ({
  page,
  complaints,
}) => {
  // Nothing is loaded ahead where data are to be saved.
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
  })
  const code = /\/assets\/search-as-you-type-[^/]*\.js$/
  let refused = 0
  await page.route(code, (route) => {
    refused++
    return route.abort()
  })
  let loads = 0
  page.on('load', () => loads++)
  await page.goto('./')
  await expect(linksOf(page).first()).toBeVisible()
  const field = page.getByRole('searchbox', { name: 'Search' })
  await field.pressSequentially('har')
  await expect.poll(() => refused).toBeGreaterThan(0)
  await page.unroute(code)
  await field.pressSequentially('bour')
  await expect(page).toHaveURL(/[?&]q=harbour/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('harbour')
  await expect(field).toHaveValue('harbour')
  expect(loads).toBe(1)
  complaints.length = 0
})
