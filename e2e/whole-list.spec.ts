import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { hasCorpus, sites } from './sites.ts'
import { tallRows, toTallTitle } from './tall-site.ts'

// A list draws the rows near the window. Whoever takes the whole document gets the whole list.

function rowsOf(page: Page): Locator {
  return page.getByRole('main').getByRole('article')
}

/** The number of posts that the list says it holds. */
async function readCount(page: Page): Promise<number> {
  const words = await page.getByRole('main').getByRole('status').first().textContent()
  return Number(words?.replaceAll(',', '').match(/\d+/)?.[0])
}

async function openList(page: Page, address = './'): Promise<number> {
  await page.goto(address)
  await expect(rowsOf(page).getByRole('link').first()).toBeVisible()
  const count = await readCount(page)
  expect(await rowsOf(page).count()).toBeLessThan(count)
  return count
}

async function expectWhole(page: Page, count: number): Promise<void> {
  await expect(rowsOf(page)).toHaveCount(count)
  await expect(rowsOf(page).and(page.locator('[aria-busy=true]'))).toHaveCount(0)
}

test('selecting all takes every row', async ({ page }) => {
  const count = await openList(page)
  await page.keyboard.press('ControlOrMeta+a')
  await expectWhole(page, count)
  const last = await rowsOf(page).last().getByRole('heading').textContent()
  await expect
    .poll(() => page.evaluate(() => getSelection()?.toString()))
    .toContain(last ?? 'no title')
})

test('selecting all from a menu takes every row', async ({ page }) => {
  const count = await openList(page)
  await page.evaluate(() => getSelection()?.selectAllChildren(document.body))
  await expectWhole(page, count)
})

test('the key for printing waits for every row', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset['printed'] = String(
        document.querySelectorAll('main article:not([aria-busy=true])').length,
      )
    }
  })
  const count = await openList(page)
  await page.keyboard.press('ControlOrMeta+p')
  await expect(page.locator('html')).toHaveAttribute('data-printed', String(count))
})

test('printing from a menu prints every row, and says so when some have not loaded', async ({
  page,
}) => {
  const count = await openList(page)
  const missing = page.getByText('The rows without text had not loaded yet.')
  await page.route('**/data/timeline/**', () => {})
  await page.pdf()
  await expect(rowsOf(page)).toHaveCount(count)
  await page.emulateMedia({ media: 'print' })
  await expect(missing).toBeVisible()
  await page.unroute('**/data/timeline/**')
  await expectWhole(page, count)
  await expect(missing).toBeHidden()
})

test('a search is printed and copied with the hit of every row', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset['printed'] = String(
        document.querySelectorAll('main article:has(mark)').length,
      )
    }
  })
  const count = await openList(page, './?q=the')
  await expect(rowsOf(page).locator('mark').first()).toBeVisible()
  expect(
    await rowsOf(page)
      .filter({ has: page.locator('mark') })
      .count(),
  ).toBeLessThan(count)
  await page.keyboard.press('ControlOrMeta+p')
  await expect(page.locator('html')).toHaveAttribute('data-printed', String(count))
  await page.keyboard.press('ControlOrMeta+a')
  const last = await rowsOf(page).last().locator('mark').first().textContent()
  expect(last?.toLowerCase()).toBe('the')
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toContain(last ?? '-')
})

test('a search that is printed from a menu says which of its rows have no marks', async ({
  page,
}) => {
  await openList(page, './?q=the')
  await expect(rowsOf(page).locator('mark').first()).toBeVisible()
  await page.pdf()
  await page.emulateMedia({ media: 'print' })
  const note = page.getByText('Hits are marked only in the rows that had been on the screen.')
  await expect(note).toBeVisible()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(note).toBeHidden()
})

test('a screen reader has a button for the whole list', async ({ page }) => {
  const count = await openList(page)
  const button = page.getByRole('button', { name: `Load this whole list at once (${count})` })
  await button.dispatchEvent('click')
  await expectWhole(page, count)
  await expect(button).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeFocused()
})

test('a short list is whole soon after the reader does anything, and nothing moves', async ({
  page,
}) => {
  const count = await openList(page)
  const row = rowsOf(page).nth(2)
  const before = await row.boundingBox()
  await page.mouse.move(400, 400)
  await page.mouse.move(420, 420)
  await expectWhole(page, count)
  expect(await row.boundingBox()).toEqual(before)
})

test('rows keep focus and place while the list is being filled', async ({ page }) => {
  const count = await openList(page)
  await page.evaluate(() => scrollTo(0, 2500))
  const inSight = rowsOf(page).getByRole('link').nth(3)
  await expect(inSight).toBeInViewport()
  await page.keyboard.press('j')
  const link = rowsOf(page).getByRole('link').and(page.locator(':focus'))
  await expect(link).toHaveCount(1)
  const before = await link.boundingBox()
  await expectWhole(page, count)
  await expect(link).toHaveCount(1)
  expect(await link.boundingBox()).toEqual(before)
})

test.describe('a very long list', () => {
  test.use({ baseURL: sites.tall })

  test('gives its first two thousand rows and says so', async ({ page }) => {
    await page.goto('./')
    await expect(
      page.getByRole('link', { name: toTallTitle(tallRows - 1), exact: true }),
    ).toBeVisible()
    await page.keyboard.press('ControlOrMeta+a')
    // Counted in the page: finding two thousand rows by role takes seconds.
    const count = () => page.evaluate(() => document.querySelectorAll('main article').length)
    await expect.poll(count).toBe(2_000)
    await expect(
      page.getByText(
        'These are the first 2,000 of 120,000 posts. Filter the list to get the others.',
      ),
    ).toHaveCount(1)
    // Not by the key: on a busy machine Chromium drops its scroll while it lays out the two thousand rows.
    await page.evaluate(() => {
      window.scrollTo(0, document.documentElement.scrollHeight)
    })
    await expect(page.getByRole('link', { name: toTallTitle(0), exact: true })).toBeInViewport()
  })
})

test('results of a search are compact rows with their dates and without headings', async ({
  page,
}) => {
  await page.goto('./?q=tea')
  await expect(rowsOf(page).locator('mark').first()).toBeInViewport()
  const list = page.getByRole('region', { name: 'Timeline' })
  await expect(list.getByRole('heading', { level: 3 })).toHaveCount(0)
  await expect(rowsOf(page).first()).toContainText(/\d{1,2} \w+ \d{4}/)
})

test('eight hits of a search are in sight on a laptop, each with its mark', async ({ page }) => {
  test.skip(!hasCorpus, 'no real posts beside this checkout')
  await page.goto(`${sites.corpus}?q=${encodeURIComponent('白纸')}`)
  for (let at = 0; at < 8; at++) {
    await expect(rowsOf(page).nth(at)).toBeInViewport({ ratio: 1 })
    // The line is lower than the box of its letters.
    await expect(rowsOf(page).nth(at).locator('mark').first()).toBeInViewport({ ratio: 0.8 })
  }
})
