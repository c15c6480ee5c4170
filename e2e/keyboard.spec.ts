import { expect, test } from './fixtures.ts'

test('walks the whole reader by keyboard alone', async ({ page }) => {
  await page.goto('./')
  const links = page.getByRole('main').getByRole('article').getByRole('link')
  await expect(links.first()).toBeVisible()

  await page.keyboard.press('j')
  await expect(links.nth(0)).toBeFocused()
  await page.keyboard.press('j')
  await expect(links.nth(1)).toBeFocused()
  await page.keyboard.press('k')
  await expect(links.nth(0)).toBeFocused()
  const first = await links.nth(0).textContent()
  const second = await links.nth(1).textContent()

  await page.keyboard.press('Enter')
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText(first ?? '')
  await page.keyboard.press('n')
  await expect(heading).toHaveText(second ?? '')
  await page.keyboard.press('p')
  await expect(heading).toHaveText(first ?? '')
  await page.keyboard.press('u')
  await expect(links.nth(0)).toBeFocused()

  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(help).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()

  const theme = () => page.evaluate(() => document.documentElement.dataset['theme'])
  const before = await theme()
  await page.keyboard.press('t')
  await expect.poll(theme).not.toBe(before)

  await page.keyboard.press('f')
  const filter = page.getByRole('complementary', { name: 'Filters' })
  await expect(filter.locator(':focus')).toHaveCount(1)
})

test('typing into a field triggers no shortcut', async ({ page }) => {
  await page.goto('./')
  const filter = page.getByRole('complementary', { name: 'Filters' })
  await filter
    .getByRole('button', { name: /^Show all/ })
    .first()
    .click()
  const search = filter.getByRole('searchbox').first()
  await search.fill('')
  await search.pressSequentially('jt?')
  await expect(search).toHaveValue('jt?')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
