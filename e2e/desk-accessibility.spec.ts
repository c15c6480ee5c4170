import { expectNoFindings, expectNoSidewaysScroll } from './axe.ts'
import { expect, test } from './fixtures.ts'

for (const width of [390, 1440] as const) {
  test(`${width} px: axe finds no violations in lists, notes and what is selected, in any of three themes`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: 'light' })
    const look = async () => {
      await expectNoFindings(page)
      await expectNoSidewaysScroll(page)
    }
    const rows = page.getByRole('main').getByRole('article')
    const dialog = page.getByRole('dialog')
    await page.goto('./')
    await page.mouse.move(10, 10)
    await page.mouse.move(20, 20)
    await expect(rows.first().getByRole('button', { name: 'Save' })).toBeAttached()
    for (const key of ['j', 's', 'm', 'a']) await page.keyboard.press(key)
    await dialog.getByRole('textbox').fill('Storms')
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('checkbox', { name: /Storms/ })).toBeChecked()
    await look()
    await page.keyboard.press('Escape')
    await page.goto('./?saved=all')
    await expect(rows).toHaveCount(1)
    await page.getByRole('link', { name: 'Storms' }).click()
    await page.getByRole('button', { name: 'Edit list' }).click()
    await expect(dialog.getByRole('button', { name: 'Delete list' })).toBeVisible()
    await look()
    await page.keyboard.press('Escape')
    await rows.getByRole('link').first().click()
    const text = page.locator('.article-text')
    await expect(text).toBeVisible()
    await text.evaluate((element) => {
      const [first] = element.querySelectorAll('p')
      if (first !== undefined) getSelection()?.selectAllChildren(first)
    })
    await expect(page.getByRole('button', { name: 'Green' })).toBeVisible()
    await page.keyboard.press('Shift+M')
    await page.getByRole('textbox', { name: 'Note' }).fill('Ask about it')
    await page.keyboard.press('Escape')
    const notes = page.getByRole('region', { name: 'Your notes' })
    // Beside the text where there is room, else in the list.
    const beside = page.getByRole('complementary', { name: 'Notes beside the text' })
    await expect((width === 390 ? notes : beside).getByText('Ask about it')).toBeVisible()
    await look()
    await notes.getByRole('link', { name: 'All your notes' }).click()
    await expect(page.getByRole('searchbox', { name: 'Search your notes' })).toBeVisible()
    await look()
  })
}
