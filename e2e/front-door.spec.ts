import type { Page } from '@playwright/test'
import { expectNoFindings } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { hasCorpus, sites } from './sites.ts'

const facts = /^An archive of 58 posts · 2012 to 2026 · 7 sources · English,/
const firstRow = (page: Page) => page.getByRole('main').getByRole('article').first()

test('the front door tells what the archive is, and its years, sources and topics open lists', async ({
  page,
}) => {
  await page.goto('./')
  await expect(page.getByText(facts)).toBeVisible()
  for (const [name, search] of [
    ['2024: 16 posts', '?year=2024'],
    ['tea.saltmere.example', '?source=tea.saltmere.example'],
    ['birds', '?tag=birds'],
  ] as const) {
    await page.getByRole('link', { name, exact: true }).click()
    await expect(page).toHaveURL(new RegExp(`/\\${search}$`))
    await expect(page.getByText(facts)).not.toBeAttached()
    await page.goBack()
    await expect(page.getByText(facts)).toBeVisible()
  }
})

test('it opens in a new tab, and speaks the language of the reader', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'zh-TW', baseURL: sites.examplesInSubfolder })
  const page = await context.newPage()
  await page.goto('./')
  await expect(page.getByRole('radio', { name: '從新到舊' })).toBeAttached()
  await expect(page.getByText(/^收錄 58 篇文章的典藏/)).toBeVisible()
  const year = page.getByRole('link', { name: '2024年：16 篇' })
  await expect(year).toHaveAttribute('href', '/sub/folder/?year=2024')
  await context.close()
})

test('who comes from an article finds the same front door', async ({ page }) => {
  await page.goto('./')
  await firstRow(page).getByRole('link').click()
  await expect(page).toHaveURL(/\/posts\//)
  await page.reload()
  await page.getByRole('link', { name: 'Timeline', exact: true }).click()
  await expect(page.getByText(facts)).toBeVisible()
  await expect(page.getByText('Latest post: 1 March 2026')).toBeVisible()
  const built = await page.getByRole('link', { name: '2024: 16 posts' }).boundingBox()
  await page.goto('./')
  await expect(page.getByText(facts)).toBeVisible()
  expect(await page.getByRole('link', { name: '2024: 16 posts' }).boundingBox()).toEqual(built)
})

test('tells what is new since the last visit, with a mark where that ended', async ({ page }) => {
  await page.addInitScript(() => {
    const now = { day: '2026-01-04', posts: 1 }
    if (sessionStorage.getItem('begun') === null) {
      localStorage.setItem('broadsheet.visit', JSON.stringify({ at: 0, now }))
    }
    sessionStorage.setItem('begun', 'yes')
  })
  await page.setViewportSize({ width: 1440, height: 1400 })
  await page.goto('./')
  await expect(page.getByText('2 new posts since your last visit')).toBeVisible()
  const mark = page.getByText('Your last visit', { exact: true })
  const row = page.getByRole('article').filter({ has: mark })
  await expect(row).toContainText('初鳴きの記録')
  await expect(mark).toBeVisible()
  await page.reload()
  await expect(page.getByText('2 new posts since your last visit')).toBeAttached()
  await page.goto('./?tag=birds')
  await expect(page.getByText('3 posts')).toBeVisible()
  await expect(mark).not.toBeAttached()
})

test('the last visit is forgotten at once where it is not to be remembered', async ({ page }) => {
  await page.addInitScript(() => {
    const now = { day: '2026-01-04', posts: 1 }
    if (sessionStorage.getItem('begun') === null) {
      localStorage.setItem('broadsheet.visit', JSON.stringify({ at: 0, now }))
    }
    sessionStorage.setItem('begun', 'yes')
  })
  const kept = () => page.evaluate(() => localStorage.getItem('broadsheet.visit'))
  const fresh = page.getByText('2 new posts since your last visit')
  const choose = async (value: string) => {
    await page.getByRole('button', { name: 'Settings' }).click()
    const choice = page.getByRole('dialog').getByRole('group', { name: 'Last visit' })
    await choice.getByText(value, { exact: true }).click()
  }
  await page.goto('./')
  await expect(fresh).toBeVisible()
  await choose('Forget')
  expect(await kept()).toBeNull()
  await page.keyboard.press('Escape')
  await expect(fresh).not.toBeAttached()
  await page.reload()
  await expect(page.getByText('Latest post: 1 March 2026')).toBeVisible()
  expect(await kept()).toBeNull()
  await choose('Remember')
  await page.reload()
  await expect(page.getByText('Latest post: 1 March 2026')).toBeVisible()
  await expect.poll(kept).toContain('2026-03-01')
})

test('a broken memory of the last visit is none', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('broadsheet.visit', '{"at":"x"}'))
  await page.goto('./')
  await expect(page.getByText('Latest post: 1 March 2026')).toBeVisible()
})

test('tells the years that have posts of this day', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2031-03-01T00:00:00Z'))
  await page.goto('./')
  await expect(page.getByText('On this day')).toBeVisible()
  await page.getByRole('link', { name: '2026', exact: true }).click()
  await expect(page).toHaveURL(/\?from=2026-03-01&to=2026-03-01$/)
})

test('on a narrow screen the rest is behind a switch', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('./')
  const topic = page.getByRole('link', { name: 'birds', exact: true })
  await expect(topic).toBeHidden()
  const rest = page.getByRole('checkbox', { name: /^Show sources/ })
  await rest.check()
  await expect(topic).toBeVisible()
  // The one control in the order of Tab is the first again.
  await rest.blur()
  await expectNoFindings(page)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('years, sources and topics lead to lists', async ({ page }) => {
    await page.goto('./')
    await expect(page.getByText(facts)).toBeVisible()
    await page.getByRole('main').getByRole('link', { name: 'birds', exact: true }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('tag birds')
    await page.goto('./')
    await page.getByRole('link', { name: '2024: 16 posts' }).click()
    await expect(page).toHaveURL(/browse\/#y2024$/)
  })
})

test.describe('of the real archive', () => {
  test.skip(!hasCorpus, 'no real posts beside this checkout')

  for (const { locale, search } of [
    { locale: 'en-GB', search: 'Search' },
    { locale: 'zh-CN', search: '搜索' },
    { locale: 'zh-TW', search: '搜尋' },
  ]) {
    test(`one screen of a phone shows the name, the way to search, and the newest three posts: ${locale}`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ locale, viewport: { width: 390, height: 844 } })
      const page = await context.newPage()
      await page.goto(sites.corpus)
      await page.locator('main.newest').waitFor({ state: 'detached' })
      await expect(page.getByRole('banner').getByRole('link').first()).toBeInViewport({ ratio: 1 })
      const button = page.getByRole('button', { name: search, exact: true })
      await expect(button).toBeInViewport({ ratio: 1 })
      const titles = page.getByRole('main').getByRole('article').getByRole('heading')
      await expect(titles.nth(2)).toBeInViewport({ ratio: 1 })
      const bar = await page.getByRole('toolbar').filter({ has: button }).boundingBox()
      const third = await titles.nth(2).boundingBox()
      expect((third?.y ?? 0) + (third?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
      await context.close()
    })
  }

  test('names long articles', async ({ page }) => {
    await page.goto(sites.corpus)
    await expect(page.getByRole('heading', { name: 'Long reads' })).toBeVisible()
    await page
      .getByText(/^ ?\d+ min$/)
      .first()
      .locator('..')
      .getByRole('link')
      .click()
    await expect(page).toHaveURL(/\/posts\/\d{4}/)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })
})
