import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

function rowsOf(page: Page) {
  return page.getByRole('main').getByRole('article')
}

/** Saves a post that the archive does not have. The desk is there already. */
async function saveMissing(page: Page, title: string): Promise<void> {
  await page.evaluate(async (text) => {
    const [found] = await indexedDB.databases()
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open(found?.name ?? '')
      opening.addEventListener('success', () => {
        const writing = opening.result.transaction('entries', 'readwrite')
        const value = { title: text }
        writing
          .objectStore('entries')
          .put({ kind: 'saved', id: '2001-01-01-abcdefgh', at: 1, value })
        writing.addEventListener('complete', () => {
          opening.result.close()
          resolve()
        })
      })
      opening.addEventListener('error', () => reject(opening.error))
    })
  }, title)
}

/** Waits for the buttons of rows, whose code is loaded once somebody has begun to read. */
async function untilDesk(page: Page): Promise<void> {
  await page.mouse.move(10, 10)
  await page.mouse.move(20, 20)
  await expect(rowsOf(page).first().getByRole('button', { name: 'Save' })).toBeAttached()
}

test('posts are saved and marked by keys, listed, narrowed, and in step in another window', async ({
  page,
}) => {
  await page.goto('./')
  await expect(rowsOf(page).first()).toBeVisible()
  const all = Number.parseInt((await page.getByText(/^\d+ posts$/).textContent()) ?? '', 10)
  await untilDesk(page)
  const other = await page.context().newPage()
  await other.goto('./?mark=unread')
  await expect(other.getByText(`${all} posts`, { exact: true })).toBeVisible()

  await page.keyboard.press('j')
  for (const key of ['s', 'm', 'j', 's']) await page.keyboard.press(key)
  await expect(rowsOf(page).first().getByRole('button', { name: 'Mark as read' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(other.getByText(`${all - 1} posts`, { exact: true })).toBeVisible()
  await other.close()

  await page.getByRole('link', { name: 'Saved' }).click()
  await expect(page.getByText('2 posts', { exact: true })).toBeVisible()
  await expect(page).toHaveTitle(/^Saved · /)
  await page.getByRole('radio', { name: 'Unread' }).click()
  await expect(page.getByText('1 post', { exact: true })).toBeVisible()
  await rowsOf(page).getByRole('link').click()
  const save = page.getByRole('button', { name: 'Save', exact: true })
  await expect(save).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('s')
  await expect(save).toHaveAttribute('aria-pressed', 'false')
  const said = page.getByRole('status').filter({ hasText: 'Post no longer saved.' })
  await said.getByRole('button', { name: 'Undo' }).click()
  await expect(save).toHaveAttribute('aria-pressed', 'true')
  await expect(said).toHaveCount(0)
  // What had the focus is gone.
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('s')
  await expect(save).toHaveAttribute('aria-pressed', 'false')
  await saveMissing(page, 'Tide tables of 2001')
  await page.reload()
  await expect(save).toHaveAttribute('aria-pressed', 'false')
  await page.getByRole('link', { name: 'Saved' }).click()
  await expect(page.getByText('1 post', { exact: true })).toBeVisible()
  await expect(rowsOf(page).getByRole('button', { name: 'Mark as read' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(page.getByRole('link', { name: 'Your notes' })).toBeVisible()
  await page.getByText('1 post of this list is not in the archive').click()
  await expect(page.getByText('Tide tables of 2001')).toBeVisible()
  await page.getByRole('button', { name: 'Remove “Tide tables of 2001”' }).click()
  await expect(page.getByText(/not in this archive/)).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('1 post of this list is not in the archive')).toBeVisible()
})

test('where the browser keeps nothing that is said once, and lasts as long as the page', async ({
  page,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no', 'SecurityError')
    }
  })
  await page.goto('./')
  await untilDesk(page)
  await page.keyboard.press('j')
  await expect(rowsOf(page).first().getByRole('link').first()).toBeFocused()
  await page.keyboard.press('s')
  const said = page.getByText(/This browser keeps nothing for this page/)
  await expect(said).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).click()
  for (const key of ['j', 'j', 's']) await page.keyboard.press(key)
  await page.getByRole('link', { name: 'Saved' }).click()
  await expect(page.getByText('2 posts', { exact: true })).toBeVisible()
  await expect(said).toHaveCount(0)
})

test('all posts above the screen are marked as read at once, from the sheet of a phone as well', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('./')
  await expect(rowsOf(page).first()).toBeVisible()
  await untilDesk(page)
  await page.keyboard.press('End')
  await page.keyboard.press('f')
  await page.getByRole('button', { name: 'Mark all above as read' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const said = page.getByRole('status').filter({ hasText: /^\d+ posts marked as read/ })
  await said.getByRole('button', { name: 'Undo' }).click()
  await expect(said).toHaveCount(0)
})
