import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

function rowsOf(page: Page) {
  return page.getByRole('main').getByRole('article')
}

/** Waits for the buttons of rows, whose code is loaded once somebody has begun to read. */
async function untilDesk(page: Page): Promise<void> {
  await page.mouse.move(10, 10)
  await page.mouse.move(20, 20)
  await expect(rowsOf(page).first().getByRole('button', { name: 'Put on a list' })).toBeAttached()
}

test('a list is made by keys, put in order, noted, shown in another window, and deleted with a way back', async ({
  page,
}) => {
  await page.goto('./')
  await untilDesk(page)
  const titles = (await rowsOf(page).getByRole('link').allTextContents()).slice(0, 2)
  const [first = '', second = ''] = titles
  const rows = rowsOf(page).getByRole('link')
  const dialog = page.getByRole('dialog')
  await page.keyboard.press('j')
  await expect(rows.filter({ hasText: first }).first()).toBeFocused()
  await page.keyboard.press('a')
  // There is nothing else to choose yet.
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('Storms')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('checkbox', { name: /Storms/ })).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(rows.filter({ hasText: first }).first()).toBeFocused()
  await page.keyboard.press('j')
  await expect(rows.filter({ hasText: second }).first()).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Lists' }).click()
  await dialog.getByRole('checkbox', { name: /Storms/ }).click()
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: 'Saved' }).click()
  await page
    .getByRole('navigation', { name: 'Lists' })
    .getByRole('link', { name: 'Storms' })
    .click()
  await expect(page).toHaveTitle(/^Storms · in its own order · /)
  await expect(rows).toHaveText(titles)
  const other = await page.context().newPage()
  await other.goto(page.url())
  await expect(rowsOf(other).getByRole('link')).toHaveText(titles)

  await page.getByRole('button', { name: 'Edit list' }).click()
  await dialog.getByRole('button', { name: `Move “${second}” up` }).click()
  await expect(dialog.getByRole('button', { name: `Move “${second}” down` })).toBeFocused()
  await dialog.getByLabel(`Note on “${first}”`).fill('<b>the pier</b>')
  await dialog.getByLabel('Name').fill('Gales')
  await page.keyboard.press('Escape')
  for (const window of [page, other]) {
    await expect(rowsOf(window).getByRole('link')).toHaveText([second, first])
    await expect(window.getByText('Note: <b>the pier</b>')).toBeVisible()
    await expect(window).toHaveTitle(/^Gales · /)
  }
  await other.close()

  await page.getByRole('button', { name: 'Edit list' }).click()
  await dialog.getByRole('button', { name: 'Delete list' }).click()
  await expect(page.getByText('This list is not on this device.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rows).toHaveText([second, first])
})
