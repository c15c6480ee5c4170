import { expect, test } from './fixtures.ts'

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
  })
}
