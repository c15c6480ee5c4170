import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { blockAddress, count, field, hitBar, marks, rows, searchFor } from './search-page.ts'
import { hasCorpus, sites } from './sites.ts'

test('searches as you type and marks the hits as they are spelled in the text', async ({
  page,
}) => {
  await searchFor(page, 'tea')
  await expect(count(page)).toHaveText('5 posts')
  await expect(page).toHaveURL(/\?q=tea$/)
  await expect(marks(page).first()).toHaveText('tea')
  await page.keyboard.type(' gulls')
  await expect(page.getByRole('region', { name: 'No results' })).toBeVisible()
  await expect(page).toHaveURL(/\?q=tea\+gulls$/)
})

const spellings = [
  { name: 'simplified finds traditional', typed: '航线图', total: '1 post', mark: '航線圖' },
  { name: 'traditional finds simplified', typed: '茶園', total: '2 posts', mark: '茶园' },
  { name: 'full width finds half width', typed: 'ｔｅａ', total: '5 posts', mark: 'tea' },
  { name: 'capitals find small letters', typed: 'HARBOUR', total: '7 posts', mark: 'harbour' },
  {
    name: 'a prefix of the last word is enough',
    typed: 'unionis',
    total: '1 post',
    mark: 'unionis',
  },
]

for (const { name, typed, total, mark } of spellings) {
  test(name, async ({ page }) => {
    await searchFor(page, typed)
    await expect(count(page)).toHaveText(total)
    await expect(marks(page).filter({ hasText: mark }).first()).toBeVisible()
  })
}

test('shows a snippet of the article where the excerpt does not contain the hit', async ({
  page,
}) => {
  await page.goto('./?q=wind&sort=oldest')
  await expect(rows(page).first()).toBeVisible()
  const total = await rows(page).count()
  for (let at = 0; at < total; at++) {
    await expect(rows(page).nth(at).locator('mark').first()).toBeVisible()
  }
})

/** Has a page remember how far its content, or what is below a selector, moves without a reader's doing. */
async function watchShifts(page: Page, selector?: string): Promise<void> {
  await page.addInitScript((where) => {
    const shifts: number[] = []
    Object.assign(globalThis, { shifts })
    const fits = ({ node }: { node: Node | null }) =>
      where === undefined ||
      ((node instanceof Element ? node : node?.parentElement)?.closest(where) ?? null) !== null
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (Reflect.get(entry, 'sources').some(fits)) shifts.push(Reflect.get(entry, 'value'))
      }
    }).observe({ type: 'layout-shift', buffered: true })
  }, selector)
}

async function sumShifts(page: Page): Promise<number> {
  const shifts: number[] = await page.evaluate(() => Reflect.get(globalThis, 'shifts'))
  return shifts.reduce((sum, value) => sum + value, 0)
}

test('rows keep their height and place while marks and snippets arrive', async ({ page }) => {
  await watchShifts(page)
  await page.goto('./?q=tea')
  await expect(marks(page).nth(4)).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(await sumShifts(page)).toBeLessThan(0.01)
})

for (const width of [1440, 390]) {
  test(`${width} px: the conditions of a search do not move the rows that follow them`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    await watchShifts(page, '.list-column')
    await page.goto('./?q=harbour+lang:en+after:2020')
    await expect(page.getByRole('toolbar', { name: 'Search conditions' })).toBeVisible()
    await expect(marks(page).nth(1)).toBeVisible()
    await page.waitForLoadState('networkidle')
    expect(await sumShifts(page)).toBeLessThan(0.001)
  })
}

test('waits until an input method has finished composing', async ({ page, context }) => {
  await searchFor(page, '')
  const searched: string[] = []
  page.on('framenavigated', (frame) =>
    searched.push(new URL(frame.url()).searchParams.get('q') ?? ''),
  )
  const session = await context.newCDPSession(page)
  for (const text of ['c', 'ch', 'cha']) {
    await session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  }
  await session.send('Input.insertText', { text: '茶园' })
  await expect(count(page)).toHaveText('2 posts')
  expect(searched).toEqual(['茶园'])
})

test('combines with filters, and the counts follow both', async ({ page }) => {
  await searchFor(page, '茶')
  await expect(count(page)).toHaveText('17 posts')
  const filter = page.getByRole('complementary', { name: 'Filters' })
  await filter.getByRole('checkbox', { name: '2024' }).click()
  await expect(page).toHaveURL(/year=2024&q=/)
  const narrowed = Number((await count(page).textContent())?.split(' ')[0])
  expect(narrowed).toBeLessThan(17)
  await expect(filter.getByText('2024', { exact: true }).locator('..')).toContainText(`${narrowed}`)
  await page.getByRole('button', { name: 'Clear all' }).click()
  await expect(count(page)).toHaveText('17 posts')
  await expect(field(page)).toHaveValue('茶')
})

test('sorts by best match, without day headings and with whole dates', async ({ page }) => {
  await page.goto('./?q=tea')
  await page.getByText('Best match', { exact: true }).click()
  await expect(page).toHaveURL(/q=tea&sort=best/)
  await expect(rows(page)).toHaveCount(5)
  await expect(page.getByRole('main').getByRole('heading', { level: 3 })).toHaveCount(0)
  await expect(rows(page).nth(1)).toContainText('19 January 2025')
  const titles = await rows(page).getByRole('link').allTextContents()
  await rows(page).getByRole('link').nth(1).click()
  await expect(page.getByText('2 of 5').first()).toBeVisible()
  await page.keyboard.press('n')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles[2] ?? '')
  await page.keyboard.press('u')
  await expect(rows(page)).toHaveCount(5)
})

test('one step back leaves a search, and one forward returns to it', async ({ page }) => {
  await searchFor(page, 'gull')
  await expect(count(page)).toHaveText('4 posts')
  await page.keyboard.type('s')
  await expect(page).toHaveURL(/q=gulls$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await rows(page).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/posts\//)
  await page.goBack()
  await expect(field(page)).toHaveValue('gulls')
  await expect(rows(page).getByRole('link').first()).toBeFocused()
  await page.goBack()
  await expect(count(page)).toHaveText('58 posts')
  await expect(field(page)).toHaveValue('')
  await page.goForward()
  await expect(field(page)).toHaveValue('gulls')
  await expect(marks(page).first()).toBeVisible()
})

test('a link to a search opens in a fresh browser', async ({ page }) => {
  await page.goto('./?q=%E8%8C%B6%E5%9C%92&year=2014')
  await expect(field(page)).toHaveValue('茶園')
  await expect(count(page)).toHaveText('1 post')
  await expect(marks(page).first()).toHaveText('茶园')
})

test('Enter leads to the timeline from any page', async ({ page, complaints }) => {
  for (const address of ['./about', './calendar', './no-such-page']) {
    await page.goto(address)
    // The name of the page stands before the reader runs.
    await expect(field(page)).toBeVisible()
    await page.keyboard.press('/')
    await page.keyboard.type('gull')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/\?q=gull$/)
    await expect(count(page)).toHaveText('4 posts')
  }
  // The browser reports the 404 as an error.
  complaints.length = 0
})

test('the calendar shows the days of a search', async ({ page }) => {
  await page.goto('./calendar?q=gull&form=table')
  await expect(field(page)).toHaveValue('gull')
  await page.getByRole('link', { name: 'Back to the list' }).click()
  await expect(count(page)).toHaveText('4 posts')
})

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 390, height: 800 }, hasTouch: true })

  test('opens from the bar, searches, and shows the query as a chip', async ({ page }) => {
    await page.goto('./')
    await expect(rows(page).first()).toBeVisible()
    await page.getByRole('navigation').getByRole('button', { name: 'Search' }).tap()
    await expect(field(page)).toBeFocused()
    await page.keyboard.type('tea')
    await page.keyboard.press('Enter')
    await expect(count(page)).toHaveText('5 posts')
    await expect(field(page)).not.toBeFocused()
    await page.getByRole('button', { name: 'Remove Search: tea' }).tap()
    await expect(count(page)).toHaveText('58 posts')
  })
})

test.describe('in the real archive', () => {
  test.skip(!hasCorpus, 'no real posts beside this checkout')

  test('finds either Chinese script by the other, and narrows the result', async ({ page }) => {
    const totals: (string | null)[] = []
    for (const text of ['台湾', '臺灣', '台灣']) {
      await page.goto(`${sites.corpus}?q=${text}`)
      await expect(marks(page).first()).toBeVisible()
      totals.push(await count(page).textContent())
    }
    expect(new Set(totals).size).toBe(1)
    await page.goto(`${sites.corpus}?q=臺灣&kind=article&sort=best`)
    await expect(marks(page).first()).toBeVisible()
    await rows(page).getByRole('link').first().click()
    const bar = hitBar(page)
    await expect(bar.getByRole('status')).toHaveText(/^\d+ hits$/)
    await page.keyboard.press('h')
    await expect(bar.getByRole('status')).toHaveText(/^1 of \d+$/)
  })
})

test('undoing typed letters while their search is loading cancels that search', async ({
  page,
}) => {
  await searchFor(page, 'gull')
  await expect(count(page)).toHaveText('4 posts')
  await page.route(blockAddress, () => undefined)
  const asked = page.waitForRequest(blockAddress)
  await page.keyboard.insertText(' 潮汐')
  await asked
  for (let at = 0; at < 3; at++) await page.keyboard.press('Backspace')
  await page.unroute(blockAddress)
  await expect(page).toHaveURL(/q=gull$/)
  await expect(count(page)).toHaveText('4 posts')
})
