import { expect, type TestType } from '@playwright/test'
import {
  hasMenu,
  isInWindow,
  keepCopied,
  readBackground,
  readCopied,
  readCount,
  readFocus,
  readMarks,
  readMiddleRow,
  readOpenDialogs,
  readOutputs,
  readPlaceOf,
  readRows,
  readTitle,
  selectLastParagraph,
} from './sights.ts'
import type { Walker } from './walker.ts'

type EngineTest = TestType<{ walker: Walker }, object>

/** Scrolls the list until rows far below its beginning are drawn, and gives the title and place of one in the middle of the window. */
async function scrollDown(walker: Walker): Promise<{ title: string; top: number }> {
  const [first] = await walker.read(readRows)
  await walker.scroll(2_000)
  await expect.poll(() => walker.read(() => Math.round(scrollY))).toBe(2_000)
  await expect.poll(() => walker.read(readRows)).not.toContain(first)
  await expect.poll(async () => (await walker.read(readMiddleRow)).title).not.toBe('')
  return walker.read(readMiddleRow)
}

/** Waits until a row stands where it stood, to the pixel. */
async function expectPlace(walker: Walker, row: { title: string; top: number }): Promise<void> {
  await expect
    .poll(async () => Math.abs((await walker.read(readPlaceOf, row.title)) - row.top))
    .toBeLessThanOrEqual(1)
}

/** What each engine is asked to do on the bundled examples. */
export function describeJourneys(test: EngineTest): void {
  // In one browser, one after another: starting another one takes longer than a journey.
  test.describe.configure({ mode: 'default' })

  test('loads, scrolls, opens an article, comes back and reloads at the same place', async ({
    walker,
  }) => {
    await walker.open('./')
    await expect.poll(async () => (await walker.read(readRows)).length).toBeGreaterThan(3)
    const row = await scrollDown(walker)
    await walker.click('link', row.title)
    await expect.poll(() => walker.read(readTitle)).toBe(row.title)
    await walker.back()
    await expect.poll(() => walker.read(() => location.href)).not.toContain('/posts/')
    await expectPlace(walker, row)
    await expect.poll(() => walker.read(readFocus)).toBe(row.title)
    await walker.reload()
    await expectPlace(walker, row)
  })

  test('filters and gives the whole list back', async ({ walker }) => {
    await walker.open('./')
    await expect.poll(() => walker.read(readCount)).toMatch(/\d/)
    const all = await walker.read(readCount)
    await walker.click('checkbox', /^birds/)
    await expect.poll(() => walker.read(() => location.search)).toBe('?tag=birds')
    await expect.poll(() => walker.read(readCount)).not.toBe(all)
    expect((await walker.read(readRows)).length).toBeGreaterThan(0)
    await walker.back()
    await expect.poll(() => walker.read(readCount)).toBe(all)
  })

  test('searches as one types, marks the hits, and steps through them in the article', async ({
    walker,
  }) => {
    await walker.open('./')
    await walker.press('/')
    await walker.type('潮汐')
    await expect.poll(() => walker.read(readMarks)).toContain('潮汐')
    await expect.poll(() => walker.read(() => location.search)).toBe(`?q=${encodeURI('潮汐')}`)
    const [title = ''] = await walker.read(readRows)
    await walker.click('link', title)
    await expect.poll(() => walker.read(readTitle)).toBe(title)
    await walker.click('button', 'Next hit')
    await walker.click('button', 'Next hit')
    await expect.poll(() => walker.read(readOutputs)).toContain('2 of 3')
    await walker.back()
    await expect.poll(() => walker.read(readMarks)).toContain('潮汐')
  })

  test('copies a link to a passage, which leads a stranger there', async ({ walker }) => {
    await walker.open('./posts/2025-01-19-sudrcu4v/')
    // The page has no menu before the reader has taken it over.
    await expect.poll(() => walker.read(hasMenu)).toBe(true)
    await walker.read(keepCopied)
    const words = await walker.read(selectLastParagraph)
    await walker.press('c')
    await walker.click('menuitem', 'Link to selection')
    await expect.poll(() => walker.read(readCopied)).toContain('#passage=')
    const link = await walker.read(readCopied)
    await walker.open('./about')
    await walker.open(link)
    await expect.poll(() => walker.read(isInWindow, words)).toBe(true)
    expect(await walker.read(() => scrollY)).toBeGreaterThan(0)
  })

  test('keeps the chosen theme', async ({ walker }) => {
    await walker.open('./')
    const paper = await walker.read(readBackground)
    await walker.press(',')
    await walker.click('radio', 'Dark')
    await expect.poll(() => walker.read(readBackground)).not.toBe(paper)
    const dark = await walker.read(readBackground)
    await walker.press('Escape')
    await expect.poll(() => walker.read(readOpenDialogs)).toBe(0)
    await walker.reload()
    expect(await walker.read(readBackground)).toBe(dark)
  })

  test('is read by keys alone', async ({ walker }) => {
    await walker.open('./')
    await expect.poll(async () => (await walker.read(readRows)).length).toBeGreaterThan(3)
    const [first, second] = await walker.read(readRows)
    for (const key of ['j', 'j', 'k']) await walker.press(key)
    await expect.poll(() => walker.read(readFocus)).toBe(first)
    await walker.press('Enter')
    await expect.poll(() => walker.read(readTitle)).toBe(first)
    await walker.press('n')
    await expect.poll(() => walker.read(readTitle)).toBe(second)
    await walker.press('c')
    await expect.poll(() => walker.read(readFocus)).toBe('Link')
    await walker.press('Escape')
    await walker.press('p')
    await expect.poll(() => walker.read(readTitle)).toBe(first)
    await walker.press('u')
    await expect.poll(() => walker.read(readFocus)).toBe(first)
    await walker.press('?')
    await expect.poll(() => walker.read(readOpenDialogs)).toBe(1)
    await walker.press('Escape')
    await expect.poll(() => walker.read(readOpenDialogs)).toBe(0)
  })
}
