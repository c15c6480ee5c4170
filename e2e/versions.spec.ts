import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './fixtures.ts'
import { sites } from './sites.ts'

const title = '茶山停电记（补记：灯是猫碰掉的）'

test('two versions are chosen from the list, compared, and closed again', async ({ page }) => {
  await page.goto(`${sites.examples}?q=${encodeURIComponent('title:茶山停电记')}`)
  const row = page.getByRole('main').getByRole('article').filter({ hasText: title })
  await expect(row).toContainText('2 versions')
  // The row moves when the conditions of the search arrive above it.
  await expect(row.locator('mark').first()).toBeVisible()
  await expect(page.getByRole('button', { name: /^Remove in the title/ })).toBeVisible()
  await row.getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()

  await page.getByRole('group').filter({ hasText: '2 versions' }).getByText('2 versions').click()
  const older = page.getByRole('checkbox', { name: /2024-05-06 03:00:00 UTC/ })
  await expect(older).toBeChecked()
  await older.uncheck()
  await expect(page.getByText('Select two versions to compare.')).toBeVisible()
  await older.check()
  const compare = page.getByRole('link', { name: 'Compare versions' })
  await compare.focus()
  await page.keyboard.press('Enter')

  const difference = page.getByRole('region', { name: 'Changes' })
  await expect(page).toHaveURL(/\?compare=2024-05-06-/)
  await expect(difference.getByRole('heading', { name: 'Changes' })).toBeFocused()
  await expect(difference.getByRole('deletion').first()).toHaveText('removed: 昨')
  await expect(difference.getByRole('insertion').filter({ hasText: '听香' })).toBeVisible()
  await expect(difference.getByText('3 changed passages')).toBeVisible()

  await difference.getByRole('link', { name: 'Back to the article' }).click()
  await expect(page).toHaveURL(/\/posts\/[^?]+$/)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(difference).toBeHidden()
})

for (const theme of ['light', 'dark', 'sepia']) {
  test(`a comparison has its own address, and axe finds no violations in it, ${theme}`, async ({
    page,
  }) => {
    await page.addInitScript((chosen) => {
      localStorage.setItem('broadsheet.settings', JSON.stringify({ theme: chosen }))
    }, theme)
    await page.setViewportSize({ width: 390, height: 900 })
    await page.goto(`${sites.examples}posts/2024-05-06-4a34inew?compare=2024-05-07-vj3at527`)
    const difference = page.getByRole('region', { name: 'Changes' })
    await expect(difference.getByRole('insertion').first()).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })
}

test('says so when an address names a version the post does not have', async ({ page }) => {
  await page.goto(`${sites.examples}posts/2024-05-06-4a34inew?compare=2026-02-13-m2kfoblk`)
  await expect(page.getByText('This post has no version of that name')).toBeVisible()
  await page.getByRole('link', { name: 'Back to the article' }).click()
  await expect(page).toHaveURL(/4a34inew$/)
  await expect(page.getByText('no version of that name')).toBeHidden()
})

test('the filter can show older versions too', async ({ page }) => {
  await page.goto(`${sites.examples}?q=${encodeURIComponent('title:茶山停电记')}`)
  const rows = page.getByRole('main').getByRole('article')
  await expect(rows).toHaveCount(1)
  await page.getByRole('checkbox', { name: /older versions/ }).check()
  await expect(page).toHaveURL(/versions=all/)
  await expect(rows).toHaveCount(2)
})
