import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { hasCorpus, sites } from './sites.ts'

/** The same walk through the real archive, at the root of a host and in a subfolder. */
const walks = [
  { where: 'at the root', site: sites.corpus },
  { where: 'under a sub-folder', site: sites.corpusInSubfolder },
]

function rows(page: Page) {
  return page.getByRole('main').getByRole('article')
}

test.describe('the archive of real posts', () => {
  test.skip(!hasCorpus, 'no real posts beside this checkout')

  for (const { where, site } of walks) {
    test(`reads, filters, shares and comes back ${where}`, async ({ page, context, browser }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.goto(site)
      await expect(rows(page).first()).toBeVisible()

      const count = page.getByRole('status').filter({ hasText: /posts$/ })
      const everything = await count.textContent()

      const filter = page.getByRole('complementary', { name: 'Filters' })
      await filter.getByRole('button', { name: 'Source', exact: true }).click()
      await filter.getByRole('button', { name: 'Collection', exact: true }).click()
      const source = filter.getByRole('checkbox', { name: /^youtube\.com/ })
      await source.click()
      await expect(source).toBeChecked()
      await filter.getByRole('checkbox', { name: /^teahouse/ }).click()
      await expect(page).toHaveURL(/source=youtube\.com&collection=teahouse|collection=teahouse/)
      const chips = page.getByRole('toolbar', { name: 'Active filters' })
      await expect(chips.getByRole('button', { name: /^Remove/ })).toHaveCount(2)

      await expect(count).not.toHaveText(everything ?? '')

      await page.mouse.move(700, 500)
      await page.mouse.wheel(0, 6_000)
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(6_000)
      await expect(rows(page).getByRole('link').nth(2)).toBeVisible()
      const title = await rows(page).getByRole('link').nth(2).textContent()
      const link = page.getByRole('link', { name: title ?? '', exact: true }).first()
      await link.scrollIntoViewIfNeeded()
      const before = await link.boundingBox()
      const list = page.url()
      await link.click()

      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '')
      const article = page.getByRole('article')
      const times = article.getByRole('definition')
      await expect(times.first()).toContainText(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/)
      // Its second time is the same instant as an epoch, which stands in the record alone.
      await expect(times.nth(1)).toHaveText('the same instant')
      const original = page.getByRole('link', { name: /^Original video/ }).first()
      await expect(original).toHaveAttribute('href', /^https:\/\/www\.youtube\.com\/watch\?v=/)
      await expect(original).toHaveAttribute('rel', /noopener noreferrer/)

      await page.getByRole('button', { name: 'Copy…' }).click()
      await page.getByRole('menuitem', { name: 'Link', exact: true }).click()
      await expect(page.getByText('Copied', { exact: true })).toBeVisible()
      const copied = await page.evaluate(() => navigator.clipboard.readText())
      expect(copied.startsWith(`${site}posts/`)).toBe(true)

      const fresh = await browser.newContext()
      const stranger = await fresh.newPage()
      await stranger.goto(copied)
      await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(title ?? '')
      await fresh.close()

      await page.goBack()
      await expect(page).toHaveURL(list)
      const back = page.getByRole('link', { name: title ?? '', exact: true }).first()
      await expect(back).toBeFocused()
      const after = await back.boundingBox()
      expect(Math.abs((after?.y ?? -999) - (before?.y ?? 0))).toBeLessThanOrEqual(1)
    })

    test(`shows the seed's two times, its picture and its address ${where}`, async ({ page }) => {
      await page.goto(`${site}?collection=seed`)
      await rows(page).getByRole('link').first().click()
      const times = page.getByRole('article').getByRole('definition')
      await expect(times.first()).toContainText('2020-08-30 21:56:11 UTC')
      await expect(times.nth(1)).toContainText('30/08/2020 - 22:43')
      const picture = page.getByRole('article').locator('img').first()
      await expect
        .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
        .toBe(1)
      await expect(picture).toHaveAttribute('src', /^https:\/\/s\.rfi\.fr\/media\/display\//)
      await expect(page.getByRole('link', { name: /^Original article/ }).first()).toHaveAttribute(
        'href',
        'http://www.rfi.fr//cn/%E4%B8%AD%E5%9B%BD/20200830-%E5%AD%97%E8%8A%82%E8%B7%B3%E5%8A%A8%E5%9B%9E%E5%BA%94-%E5%B0%86%E4%B8%A5%E6%A0%BC%E9%81%B5%E5%AE%88%E5%9B%BD%E5%AE%B6%E7%9B%B8%E5%85%B3%E8%BF%9B%E5%87%BA%E5%8F%A3%E6%9D%A1%E4%BE%8B',
      )
    })
  }
})
