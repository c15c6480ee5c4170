import { expectNoFindings, expectNoSidewaysScroll } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { hasCorpus, sites } from './sites.ts'

const widths = [390, 1440] as const

const archives = [
  { name: 'examples', site: sites.examples, present: true },
  { name: 'real posts', site: sites.corpus, present: hasCorpus },
]

for (const { name, site, present } of archives) {
  for (const width of widths) {
    test(`${name}, ${width} px: axe finds no violations in any of three themes`, async ({
      page,
    }) => {
      test.skip(!present, 'no real posts beside this checkout')
      await page.setViewportSize({ width, height: 900 })
      await page.goto(site)
      await page.getByRole('button', { name: 'Settings' }).click()
      const settings = page.getByRole('dialog', { name: 'Settings' })
      await settings.getByText('Light', { exact: true }).click()
      await expectNoFindings(page)
      await page.keyboard.press('Escape')
      await expect(settings).toBeHidden()

      const rows = page.getByRole('main').getByRole('article')
      await expect(rows.first()).toBeVisible()
      await expectNoFindings(page)
      await expectNoSidewaysScroll(page)

      if (width < 1100) {
        await page.getByRole('button', { name: 'Filters' }).click()
        await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible()
        await expectNoFindings(page)
        await page.keyboard.press('Escape')
      }

      await rows.getByRole('link').first().click()
      await expect(page.getByRole('link', { name: /Internet Archive/ }).first()).toBeVisible()
      await expectNoFindings(page)
      await expectNoSidewaysScroll(page)

      await page.getByRole('link', { name: 'About' }).click()
      await expect(page.getByRole('heading', { name: 'About this archive' })).toBeVisible()
      await expectNoFindings(page)
      await expectNoSidewaysScroll(page)
    })

    test(`${name}, ${width} px: axe finds no violations in searches in any of three themes`, async ({
      page,
    }) => {
      test.skip(!present, 'no real posts beside this checkout')
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme: 'light' })
      const rows = page.getByRole('main').getByRole('article')
      await page.goto(`${site}?q=${encodeURIComponent('茶')}`)
      await expect(rows.locator('mark').first()).toBeVisible()
      await expectNoFindings(page)
      await expectNoSidewaysScroll(page)
      await page.evaluate(() => localStorage.setItem('broadsheet.searches', '["茶","tea -x"]'))
      await page.reload()
      await expect(rows.locator('mark').first()).toBeVisible()
      await page.keyboard.press('/')
      await page.getByRole('searchbox').fill('')
      await expect(page.getByRole('list', { name: 'Recent searches' })).toBeVisible()
      await expectNoFindings(page)
      await page.goto(`${site}?q=${encodeURIComponent('茶 茶茶茶茶茶 -x')}&kind=article`)
      await expect(page.getByRole('region', { name: 'No results' })).toBeVisible()
      await expectNoFindings(page)
      await expectNoSidewaysScroll(page)
      await page.goto(`${site}?q=${encodeURIComponent('茶')}`)
      await rows.getByRole('link').first().click()
      await expect(page.getByRole('region', { name: 'Hits in this article' })).toBeVisible()
      await expectNoFindings(page)
      await expectNoSidewaysScroll(page)
    })
  }
}
