import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

function openSettings(page: Page) {
  return page.keyboard.press(',')
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Settings' })
const preview = (page: Page) => page.getByRole('region', { name: 'What the file holds' })

/** Saves the newest post: the first row. */
async function saveFirst(page: Page): Promise<void> {
  await page.goto('./')
  await page.mouse.move(10, 10)
  await page.mouse.move(20, 20)
  const star = page
    .getByRole('main')
    .getByRole('article')
    .first()
    .getByRole('button', { name: 'Save' })
  await expect(star).toBeAttached()
  for (const key of ['j', 's']) await page.keyboard.press(key)
  await expect(star).toHaveAttribute('aria-pressed', 'true')
}

test('what one browser keeps is merged in another, protected by a passphrase, and taken back', async ({
  page,
  browser,
}) => {
  await saveFirst(page)
  await openSettings(page)
  await dialog(page)
    .getByRole('checkbox', { name: /passphrase/ })
    .check()
  for (const name of ['Passphrase', 'The same again']) {
    await dialog(page).getByLabel(name, { exact: true }).fill('seventeen minutes to eleven')
  }
  const saving = page.waitForEvent('download')
  await dialog(page).getByRole('button', { name: 'Save a file' }).click()
  const download = await saving
  // The name says nothing of the archive.
  expect(download.suggestedFilename()).toMatch(/^reading \d{4}-\d\d-\d\d\.json$/)
  const file = await download.path()

  const context = await browser.newContext()
  const other = await context.newPage()
  await other.goto(new URL('./', page.url()).href)
  await other.locator('main.newest').waitFor({ state: 'detached' })
  await openSettings(other)
  const input = dialog(other).getByLabel('Read in a file')
  await input.setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"format":"broadsheet desk","version":2}'),
  })
  await expect(dialog(other).getByRole('alert')).toContainText('newer version')
  await input.setInputFiles(file)
  const passphrase = dialog(other).getByLabel('Passphrase', { exact: true })
  await passphrase.fill('seventeen')
  await passphrase.press('Enter')
  await expect(dialog(other).getByRole('alert')).toContainText('does not open the file')
  await passphrase.fill('seventeen minutes to eleven')
  await passphrase.press('Enter')
  await expect(preview(other)).toContainText('Saved posts: 1')
  await preview(other).getByRole('button', { name: 'Merge' }).click()
  await expect(dialog(other).getByText(/^Merged: /)).toBeVisible()
  await dialog(other).getByRole('button', { name: 'Close' }).click()
  await other.getByRole('link', { name: 'Saved' }).click()
  await expect(other.getByText('1 post', { exact: true })).toBeVisible()
  await openSettings(other)
  await dialog(other).getByRole('button', { name: 'Undo' }).click()
  await expect(dialog(other).getByText('All is as it was before.')).toBeVisible()
  await dialog(other).getByRole('button', { name: 'Close' }).click()
  await expect(other.getByText('0 posts', { exact: true })).toBeVisible()
  await context.close()
})

/** Has the browser choose a file of its own place, which nobody need be asked for. */
async function chooseOwnFile(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(globalThis, {
      showSaveFilePicker: async () => {
        const folder = await navigator.storage.getDirectory()
        return folder.getFileHandle('reading.json', { create: true })
      },
    })
  })
}

/** How many saved posts the file has. */
function countSaved(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory()
    const handle = await folder.getFileHandle('reading.json').catch(() => undefined)
    const text = (await (await handle?.getFile())?.text()) ?? ''
    return text.split('"kind":"saved"').length - 1
  })
}

test('S29 a file is kept up to date from visit to visit, is listed, and is let go where no trace is to stay', async ({
  page,
}) => {
  await chooseOwnFile(page)
  await saveFirst(page)
  await openSettings(page)
  await dialog(page).getByRole('button', { name: 'Keep a file up to date' }).click()
  await expect(dialog(page).getByText(/^reading\.json: up to date since/)).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Close' }).click()
  expect(await countSaved(page)).toBe(1)

  await page.reload()
  await page.locator('main.newest').waitFor({ state: 'detached' })
  const stars = page.getByRole('main').getByRole('article').getByRole('button', { name: 'Save' })
  await expect(stars.first()).toHaveAttribute('aria-pressed', 'true')
  for (const key of ['j', 'j', 's']) await page.keyboard.press(key)
  await expect.poll(() => countSaved(page)).toBe(2)

  await openSettings(page)
  await dialog(page).getByRole('button', { name: 'List what is stored here' }).click()
  await expect(dialog(page).getByText(/^The way to the file/)).toBeVisible()
  await dialog(page).getByText('Leave no trace', { exact: true }).click()
  await expect(dialog(page).getByText(/^No file is kept up to date/)).toBeVisible()
  await expect
    .poll(() => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)))
    .not.toContainEqual(expect.stringMatching(/ file$/))
})
