import { expect, test } from './fixtures.ts'
import { hitBar, rows } from './search-page.ts'

test('marks the hits in the opened article and steps from one to the next', async ({ page }) => {
  await page.goto('./?q=潮汐')
  await rows(page).getByRole('link').first().click()
  const bar = hitBar(page)
  await expect(bar.getByRole('status')).toHaveText('3 hits')
  await page.keyboard.press('h')
  await expect(bar.getByRole('status')).toHaveText('1 of 3')
  await bar.getByRole('button', { name: 'Next hit' }).click()
  await page.keyboard.press('h')
  await expect(bar.getByRole('status')).toHaveText('3 of 3')
  await page.keyboard.press('h')
  await page.keyboard.press('Shift+H')
  await bar.getByRole('button', { name: 'Previous hit' }).click()
  await expect(bar.getByRole('status')).toHaveText('2 of 3')
  const marked = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('search-hit') ?? [])].map((hit) =>
        hit instanceof Range ? hit.toString() : '',
      ),
    )
  expect(await marked()).toEqual(['潮汐', '潮汐', '潮汐'])
  await expect(page.locator('article mark')).toHaveCount(0)
  await bar.getByRole('button', { name: 'Hide highlights' }).click()
  await expect(bar).toBeHidden()
  expect(await marked()).toEqual([])
  await page.reload()
  await expect(bar.getByRole('status')).toHaveText('3 hits')
})

test('steps from hit to hit where the browser cannot mark them', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(CSS, 'highlights')
  })
  await page.goto('./?q=潮汐')
  await rows(page).getByRole('link').first().click()
  const bar = hitBar(page)
  await bar.getByRole('button', { name: 'Next hit' }).click()
  await expect(bar.getByRole('status')).toHaveText('1 of 3')
  expect(await page.evaluate(() => String(getSelection()))).toBe('潮汐')
})
