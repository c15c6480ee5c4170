import type { Page } from '@playwright/test'
import { parse as parseCsv } from 'csv-parse/sync'
import { readFile } from 'node:fs/promises'
import { expectNoFindings } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { sites } from './sites.ts'

/** Opens the dialog for saving the list that is shown. */
async function openDialog(page: Page) {
  await page.getByRole('button', { name: 'Save this list as a file' }).click()
  return page.getByRole('dialog', { name: 'Save this list' })
}

/** Presses the button that saves, and reads the file that comes. */
async function saveFile(page: Page): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save file' }).click()
  const download = await coming
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

for (const width of [1440, 390]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 844 } })

    test('a list is saved with both times and both addresses of each post', async ({ page }) => {
      await page.goto('./?tag=birds&sort=oldest')
      const count = await page.getByRole('main').getByRole('article').count()
      if (width < 1100) await page.getByRole('button', { name: 'Filters' }).click()
      const dialog = await openDialog(page)
      await expect(dialog).toContainText(`${count} posts, each with its authors`)
      await expectNoFindings(page)
      const { name, text } = await saveFile(page)
      expect(name).toMatch(/^tag birds .* \d{4}-\d\d-\d\d\.csv$/)
      await expect(dialog.getByRole('status')).toContainText(name)
      const rows: Record<string, string>[] = parseCsv(text, { columns: true, bom: true })
      expect(rows).toHaveLength(count)
      for (const { title, archive = '', tags } of rows) {
        expect(title).not.toBe('')
        expect(archive).toContain(`${sites.examples}posts/`)
        expect(tags?.split('; ')).toContain('birds')
      }
      const days = rows.map(({ published = '' }) => published)
      expect(days).toEqual(days.toSorted())
    })
  })
}

test('a long list is saved without the bodies of its articles', async ({ page }) => {
  await page.goto('./')
  await openDialog(page)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const { text } = await saveFile(page)
  const rows: Record<string, string>[] = parseCsv(text, { columns: true, bom: true })
  expect(rows.length).toBeGreaterThan(50)
  expect(rows.filter(({ original = '' }) => /^https?:\/\//.test(original)).length).toBeGreaterThan(
    30,
  )
  expect(asked.filter((path) => path.includes('/data/originals/'))).toHaveLength(1)
  expect(asked.filter((path) => path.includes('/data/bodies/'))).toEqual([])
})

test('each format is a file of its own kind, and a search keeps its order by match', async ({
  page,
}) => {
  await page.goto('./?q=tea&sort=best')
  const first = page.getByRole('main').getByRole('article').first()
  const href = (await first.getByRole('link').first().getAttribute('href')) ?? ''
  await openDialog(page)
  for (const [format, ending, start] of [
    ['JSON Lines', 'jsonl', /^\{"id"/],
    ['Markdown', 'md', /^# /],
    ['BibTeX', 'bib', /^@online\{post-/],
    ['RIS', 'ris', /^TY {2}- /],
    ['CSL-JSON', 'json', /^\[\n\{"id"/],
  ] as const) {
    await page.getByRole('radio', { name: format, exact: true }).check({ force: true })
    const { name, text } = await saveFile(page)
    expect(name.endsWith(`.${ending}`)).toBe(true)
    expect(text).toMatch(start)
    if (ending === 'jsonl') expect(JSON.parse(text.split('\n')[0] ?? '').archive).toContain(href)
  }
})

test('says which file did not come, and a retry saves the list', async ({ page, complaints }) => {
  await page.goto('./?tag=birds')
  await page.route(/\/data\/bodies\//, (route) => route.abort())
  const dialog = await openDialog(page)
  await page.getByRole('button', { name: 'Save file' }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await page.unroute(/\/data\/bodies\//)
  const coming = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Try again' }).click()
  expect((await coming).suggestedFilename()).toContain('.csv')
  complaints.length = 0
})

test('can be cancelled while files are late, and saves nothing then', async ({ page }) => {
  await page.goto('./?tag=birds')
  await page.route(/\/data\/bodies\//, () => undefined)
  const dialog = await openDialog(page)
  await page.getByRole('button', { name: 'Save file' }).click()
  await expect(dialog.getByRole('progressbar')).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog.getByRole('button', { name: 'Save file' })).toBeEnabled()
  await expect(dialog.getByRole('progressbar')).toHaveCount(0)
})
