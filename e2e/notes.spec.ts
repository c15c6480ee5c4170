import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const lights = './posts/2020-08-30-vvjmglrc'
const way = (page: Page) => page.getByRole('navigation', { name: 'This list' })
const notes = (page: Page) => page.getByRole('region', { name: 'Your notes' })

/** Selects words of the article as a pointer does. */
function select(page: Page, words: string): Promise<void> {
  return page.evaluate((wanted) => {
    const text = document.querySelector('.article-text')
    const walker = document.createTreeWalker(text ?? document, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at === -1) continue
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
      return
    }
    throw new Error(`"${wanted}" is not in the article`)
  }, words)
}

/** What is painted in a colour. */
function readPaint(page: Page, color: string): Promise<string[]> {
  return page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map(String), `note-${color}`)
}

test('words are highlighted and noted by keys alone, stay after a reload, and come back when removed by mistake', async ({
  page,
}) => {
  await page.goto(lights)
  await expect(way(page)).toBeVisible()
  await select(page, 'seventeen minutes')
  await page.getByRole('button', { name: 'Green' }).click()
  await expect.poll(() => readPaint(page, 'green')).toEqual(['seventeen minutes'])

  const removal = page.getByRole('button', { name: 'Remove' })
  // In the list and in the bar of what is selected.
  await expect(removal).toHaveCount(2)
  await select(page, 'The old lamps')
  await page.keyboard.press('Shift+M')
  const field = page.getByRole('textbox', { name: 'Note' })
  await field.fill('Ask about 2016')
  await page.keyboard.press('Escape')
  const beside = page.getByRole('complementary', { name: 'Notes beside the text' })
  await expect(beside.getByRole('note')).toHaveText(/^Ask about 2016/)
  const readGap = () =>
    beside.getByRole('note').evaluate((card) => {
      const [range] = CSS.highlights.get('note-yellow') ?? []
      if (!(range instanceof Range)) return Infinity
      const [text, own] = [range, card].map((part) => part.getBoundingClientRect())
      return text && own && own.right < text.left ? Math.abs(own.top - text.top) : Infinity
    })
  await expect.poll(readGap).toBeLessThanOrEqual(2)
  // Where there is no room for it, it stands in the list.
  await page.setViewportSize({ width: 1200, height: 900 })
  await expect(notes(page).getByText('Ask about 2016')).toBeVisible()
  await expect(beside).toHaveCount(0)

  await page.reload()
  await expect(notes(page).getByRole('listitem')).toHaveCount(2)
  await expect.poll(() => readPaint(page, 'yellow')).toEqual(['The old lamps'])
  // Nothing was put into the article.
  expect(await page.locator('.article-text mark').count()).toBe(0)

  await notes(page).getByRole('button', { name: 'Remove' }).first().press('Enter')
  await expect(notes(page).getByRole('listitem')).toHaveCount(1)
  await expect.poll(() => readPaint(page, 'green')).toEqual([])
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect.poll(() => readPaint(page, 'green')).toEqual(['seventeen minutes'])

  await notes(page).getByRole('link', { name: 'All your notes' }).click()
  await page.getByRole('searchbox', { name: 'Search your notes' }).fill('2016')
  await expect(page.getByText('1 note', { exact: true })).toBeVisible()
  await page.getByRole('radio', { name: 'By colour' }).check({ force: true })
  await expect(page.getByRole('heading', { name: 'Yellow' })).toBeVisible()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: /JSON-LD/ }).click()
  const file = await (await saving).path()
  await page.getByLabel('Add notes from a file').setInputFiles(file)
  await expect(page.getByText('Added: 0. Here already: 1. Not notes of posts: 0.')).toBeVisible()
})
