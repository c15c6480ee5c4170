import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { rows } from './search-page.ts'
import { sites } from './sites.ts'

/** The addresses by which the page can be shared. */
function readAddresses(page: Page): Promise<(string | null | undefined)[]> {
  return page.evaluate(() => [
    document.querySelector('link[rel=canonical]')?.getAttribute('href'),
    document.querySelector('meta[property="og:url"]')?.getAttribute('content'),
  ])
}

for (const width of [390, 1440]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 800 } })

    test('title and heading say what a list shows, step by step', async ({ page }) => {
      await page.goto('./?tag=birds')
      const heading = page.getByRole('heading', { level: 1 })
      await expect(heading).toHaveText('tag birds')
      await expect(page).toHaveTitle(/^tag birds · /)
      await page.goto('./?q=harbour&tag=birds&year=2024&versions=all&sort=oldest')
      const name = 'harbour · tag birds · 2024 · with older versions · oldest first'
      await expect(heading).toHaveText(name)
      await expect(heading).toBeVisible()
      await page.keyboard.press('g')
      await expect(heading).toHaveText(`Calendar · ${name}`)
      await expect(page).toHaveTitle(new RegExp(`^Calendar · ${name} · `))
      await page.goBack()
      await expect(heading).toHaveText(name)
      await page.getByRole('button', { name: 'Clear all' }).click()
      await expect(heading).toHaveText('harbour · with older versions · oldest first')
    })

    test('the head names this page after every step', async ({ page }) => {
      const site = sites.examplesInSubfolder
      await page.goto(`${site}?utm_source=x&tag=birds`)
      await expect.poll(() => readAddresses(page)).toEqual(Array(2).fill(`${site}?tag=birds`))
      await rows(page).getByRole('link').first().click()
      await expect(page).toHaveURL(/\/posts\//)
      const article = `${page.url()}/`
      await expect.poll(() => readAddresses(page)).toEqual(Array(2).fill(article))
      await page.reload()
      const title = await page.getByRole('heading', { level: 1 }).textContent()
      await expect.poll(() => readAddresses(page)).toEqual(Array(2).fill(article))
      await expect(page.locator('meta[property="og:title"]')).toHaveAttribute(
        'content',
        title ?? '',
      )
      // Until the reader has taken over, keys do nothing.
      await expect(page.getByRole('button', { name: 'Copy…' })).toBeVisible()
      await page.keyboard.press('n')
      await expect(page).not.toHaveURL(article.slice(0, -1))
      await expect.poll(() => readAddresses(page)).toEqual(Array(2).fill(`${page.url()}/`))
      await expect(page.locator('meta[property="og:title"]')).toHaveCount(0)
      await page.goBack()
      await expect.poll(() => readAddresses(page)).toEqual(Array(2).fill(article))
    })

    test('the link of a list can be copied and leads to the same list', async ({
      page,
      context,
    }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.goto('./?utm_source=x&tag=birds&sort=oldest')
      if (width < 1100) await page.getByRole('button', { name: 'Filters' }).click()
      await page.getByRole('button', { name: 'Copy link to this list' }).click()
      await expect(page.getByText('Link copied')).toBeVisible()
      const copied = await page.evaluate(() => navigator.clipboard.readText())
      expect(copied).toBe(`${sites.examples}?tag=birds&sort=oldest`)
    })
  })
}
