import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

test.use({
  permissions: ['clipboard-read', 'clipboard-write'],
  // So short that the passage starts out of view.
  viewport: { width: 1440, height: 480 },
})

/** An article in simplified Chinese, of the bundled examples. */
const article = './posts/2018-05-19-2h7ltip2'

/** Selects the paragraph of the article that contains some words and returns its text. */
async function selectParagraph(page: Page, words: string): Promise<string> {
  const paragraph = page.getByRole('article').getByRole('paragraph').filter({ hasText: words })
  return paragraph.evaluate((element) => {
    getSelection()?.selectAllChildren(element)
    return element.textContent
  })
}

async function readCopied(page: Page): Promise<string> {
  await expect(page.getByText('Copied', { exact: true })).toBeVisible()
  return page.evaluate(() => navigator.clipboard.readText())
}

/** The text the page marks as the passage its address names. */
function readMarked(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...(CSS.highlights.get('passage') ?? [])].map((range) =>
      range instanceof Range ? range.toString() : '',
    ),
  )
}

test('copies an article in several forms, by keyboard alone', async ({ page }) => {
  await page.goto(article)
  await expect(page.getByRole('button', { name: 'Copy…' })).toBeVisible()
  await page.keyboard.press('c')
  const items = page.getByRole('menu', { name: 'Copy…' }).getByRole('menuitem')
  await expect(items.first()).toBeFocused()
  await expect(items).toHaveText([
    'Link',
    'Markdown',
    'Citation',
    'APA style',
    'MLA style',
    'Chicago style',
    'GB/T 7714 style',
  ])
  await page.keyboard.press('Enter')
  const link = await readCopied(page)
  expect(link).toBe(new URL(page.url()).href)

  await page.keyboard.press('c')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => readCopied(page)).toMatch(/^\[.+\]\(http.+\), .+, \d{4}-\d\d-\d\d$/)

  await page.keyboard.press('c')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => readCopied(page))
    .toMatch(/\[EB\/OL\]\. \(\d{4}-\d\d-\d\d\)\[\d{4}-\d\d-\d\d\]\. https?:\/\/.+\.$/)

  await page.keyboard.press('c')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => readCopied(page)).toContain(`Archived: ${link}`)
  const citation = await readCopied(page)
  expect(citation).toMatch(/Published: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC; .+: .+ \(.+\)/)
  expect(citation).toMatch(/Original article: https?:\/\//)
  await expect(page.getByRole('button', { name: 'Copy…' })).not.toBeFocused()
})

test('the first form has the focus by the end of the keydown that opens the menu', async ({
  page,
}) => {
  await page.goto(article)
  await expect(page.getByRole('button', { name: 'Copy…' })).toBeVisible()
  const focused = await page.evaluate(() => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'c' }))
    return document.activeElement?.textContent
  })
  expect(focused).toBe('Link')
})

test('a link to a selected passage opens with the passage marked and in view', async ({
  page,
  context,
}) => {
  await page.goto(article)
  await expect(page.getByRole('button', { name: 'Copy…' })).toBeVisible()
  const words = await selectParagraph(page, '下午来了一片云')
  await page.keyboard.press('c')
  await page.getByRole('menuitem', { name: 'Link to selection' }).click()
  const link = await readCopied(page)
  expect(link).toMatch(/#passage=[\w-]+:~:text=[^,]+,[^,]+$/)
  // The paragraph has 45 characters or more, which would take 9 letters each.
  expect(words.length * 9).toBeGreaterThan(new URL(link).hash.length)

  const stranger = await context.newPage()
  await stranger.goto(link)
  await expect.poll(() => readMarked(stranger)).toEqual([words])
  const paragraph = stranger.getByRole('article').getByText(words)
  await expect(paragraph).toBeInViewport()
  expect(await stranger.evaluate(() => scrollY)).toBeGreaterThan(0)

  // The other script changes the whole text; the link still names, and finds, the passage as written.
  await stranger.getByRole('button', { name: 'Show in traditional characters' }).click()
  await expect(paragraph).toHaveCount(0)
  await expect.poll(async () => (await readMarked(stranger)).join('').length).toBe(words.length)
  await stranger.evaluate(() => {
    const [range] = CSS.highlights.get('passage') ?? []
    if (range instanceof Range) getSelection()?.addRange(range)
  })
  await stranger.keyboard.press('c')
  await stranger.getByRole('menuitem', { name: 'Link to selection' }).click()
  expect(await readCopied(stranger)).toBe(link)
})

test('leads to the passage where the browser hides its words, and again when the address changes', async ({
  page,
}) => {
  await page.goto(article)
  await expect(page.getByRole('button', { name: 'Copy…' })).toBeVisible()
  const links: string[] = []
  const passages: string[] = []
  for (const words of ['下午来了一片云', '早上八点']) {
    passages.push(await selectParagraph(page, words))
    await page.keyboard.press('c')
    await page.getByRole('menuitem', { name: 'Link to selection' }).click()
    links.push((await readCopied(page)).replace(/:~:.*/, ''))
  }
  const [first = '', second = ''] = links
  expect(second).not.toBe(first)
  // What Firefox and WebKit leave of the address.
  await page.goto('about:blank')
  await page.goto(first)
  await expect.poll(() => readMarked(page)).toEqual(passages.slice(0, 1))
  await expect(page.getByRole('article').getByText(passages[0] ?? '')).toBeInViewport()
  await page.goto(second)
  await expect.poll(() => readMarked(page)).toEqual(passages.slice(1))
  await expect(page.getByRole('article').getByText(passages[1] ?? '')).toBeInViewport()
})

for (const width of [390, 1440]) {
  test(`${width} px: original, copy and share stand above the text, and c opens its menu below them`, async ({
    page,
  }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'share', { value: () => Promise.resolve() })
    })
    // Low enough that the end of this short article leaves its head behind.
    await page.setViewportSize({ width, height: width === 390 ? 480 : 844 })
    await page.goto('./posts/2023-08-12-boa7fy35')
    const title = page.getByRole('heading', { level: 1 })
    const copy = page.getByRole('button', { name: 'Copy…' })
    const original = page.getByRole('link', { name: /^Original video/ }).first()
    await expect(copy).toBeInViewport({ ratio: 1 })
    await expect(original).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('button', { name: 'Share' })).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('c')
    const menu = page.getByRole('menu', { name: 'Copy…' })
    await expect(menu).toBeVisible()
    const [head, button, opened] = await Promise.all(
      [title, copy, menu].map((element) => element.boundingBox()),
    )
    expect(opened?.y).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 999))
    expect(Math.abs((opened?.y ?? 0) - (button?.y ?? 0) - (button?.height ?? 0))).toBeLessThan(8)
    await page.keyboard.press('Escape')
    await expect(menu).toBeHidden()
    // A closed menu keeps the focus, and with it the keys, until the next frame.
    await expect(page.locator(':focus')).toHaveCount(0)
    await page.keyboard.press('End')
    await expect(copy).not.toBeInViewport()
    await page.keyboard.press('c')
    await expect(menu).toBeInViewport({ ratio: 1 })
  })
}
