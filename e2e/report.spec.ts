import { expectNoFindings, expectNoSidewaysScroll } from './axe.ts'
import { expect, test } from './fixtures.ts'

for (const width of [1440, 390]) {
  test(`at ${width} px About is for readers and leads to the build report, which leads back`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.goto('./about')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('About this archive')
    // What only a keeper asks stands behind it.
    await expect(page.getByText('Unreadable files')).not.toBeAttached()
    const way = page.getByRole('link', { name: 'Build report' })
    await way.focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/about\/report$/)
    await expect(page).toHaveTitle(/^Build report/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Build report')
    for (const name of ['Files and posts', 'Build problems'])
      await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
    await expect(page.getByText('Unreadable files')).toBeVisible()
    await expectNoFindings(page)
    await expectNoSidewaysScroll(page)
    // A reload finds the same page: its address can be kept.
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Build report')
    await page.getByRole('main').getByRole('link', { name: 'About this archive' }).click()
    await expect(page).toHaveURL(/\/about$/)
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Build report')
  })
}
