import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

function rowsOf(page: Page) {
  return page.getByRole('main').getByRole('article')
}

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

test('rows are selected by keys and by touch, put on a list, saved and marked, and all of it undone', async ({
  page,
}) => {
  await page.goto('./')
  await page.mouse.move(10, 10)
  await page.mouse.move(20, 20)
  await expect(rowsOf(page).first().getByRole('button', { name: 'Save' })).toBeAttached()
  const links = rowsOf(page).getByRole('link')
  for (const row of [0, 1, 2]) {
    await page.keyboard.press('j')
    await expect(links.nth(row)).toBeFocused()
    if (row === 0) await page.keyboard.press('x')
  }
  await page.keyboard.press('Shift+X')
  const bar = page.getByRole('toolbar', { name: 'Selected posts' })
  await expect(page.getByText('3 posts selected')).toBeVisible()
  // Instead of opening the post.
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 posts selected')).toBeVisible()
  await rowsOf(page).nth(2).tap()
  await expect(page.getByText('3 posts selected')).toBeVisible()
  await expect(
    rowsOf(page)
      .nth(2)
      .getByRole('button', { name: /^Select/ }),
  ).toHaveAttribute('aria-pressed', 'true')

  await bar.getByRole('button', { name: 'Lists' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('Storms')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('checkbox', { name: /Storms.*3/ })).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(bar.getByRole('button', { name: 'Lists' })).toBeFocused()
  for (const [name, said] of [
    ['Save', '3 posts saved.'],
    ['Read', '3 posts marked as read.'],
  ] as const) {
    await bar.getByRole('button', { name, exact: true }).tap()
    const notice = page.getByRole('status').filter({ hasText: said })
    await notice.getByRole('button', { name: 'Undo' }).tap()
    await expect(notice).toHaveCount(0)
  }
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  await page.getByRole('link', { name: 'Saved' }).tap()
  await expect(page.getByText('0 posts', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Storms' }).tap()
  await expect(page.getByText('3 posts', { exact: true })).toBeVisible()

  // From the sheet of the filter, for whom has no keys.
  await page.getByRole('button', { name: 'Filters' }).tap()
  await page.getByRole('button', { name: 'Select posts' }).tap()
  await page.getByRole('button', { name: 'All', exact: true }).tap()
  await expect(page.getByText('3 posts selected')).toBeVisible()
})
