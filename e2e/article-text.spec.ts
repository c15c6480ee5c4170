import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { rows } from './search-page.ts'
import { hasCorpus, sites } from './sites.ts'

const clock = 'The clock that is always right twice'
const tea = '泡茶的七个误会'

/** Finds a post of the examples by its title and opens it. */
async function openPost(page: Page, title: string) {
  await page.goto(`./?q=${encodeURIComponent(`title:"${title}"`)}`)
  await rows(page).getByRole('link', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
}

test('a footnote link leads to its note and back, each with an address', async ({ page }) => {
  await openPost(page, clock)
  const article = page.getByRole('article')
  await article.getByRole('link', { name: '1', exact: true }).click()
  const note = article.getByRole('listitem').filter({ hasText: 'Minutes of the council' })
  await expect(note).toBeFocused()
  await expect(page).toHaveURL(/#user-content-fn1$/)
  await note.getByRole('link', { name: '↩' }).click()
  await expect(article.locator('sup:focus')).toHaveText('1')
  await expect(page).toHaveURL(/#user-content-fnref1$/)
  await page.keyboard.press('u')
  await expect(rows(page).getByRole('link', { name: clock })).toBeVisible()
})

test('an article opens at the element its address names', async ({ page }) => {
  await openPost(page, clock)
  const address = page.url()
  await page.goto('about:blank')
  await page.goto(`${address}#user-content-fn1`)
  await expect(page.getByRole('listitem').filter({ hasText: 'Minutes of' })).toBeFocused()
})

test('a Chinese article switches to the other script, hits included, and back to the text as written', async ({
  page,
}) => {
  const dictionaries: string[] = []
  page.on('request', (request) => {
    if (/\/to-(?:simplified|traditional)-/.test(request.url())) dictionaries.push(request.url())
  })
  await page.goto('./?q=误会')
  await rows(page).getByRole('link', { name: tea }).click()
  const title = page.getByRole('heading', { level: 1 })
  await expect(title).toHaveText(tea)
  const text = page.getByRole('article')
  const paragraphs = () => text.getByRole('paragraph').allTextContents()
  const written = await paragraphs()
  expect(dictionaries).toEqual([])
  const button = page.getByRole('button', { name: 'Show in traditional characters' })
  await button.click()
  await expect(title).toHaveText('泡茶的七個誤會')
  await expect(title).toHaveAttribute('lang', 'zh-Hant')
  await expect(text).toContainText('沒有溫度計')
  const marked = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('search-hit') ?? [])].map((hit) =>
        hit instanceof Range ? hit.toString() : '',
      ),
    )
  await expect.poll(marked).toContain('誤會')
  await page.goBack()
  await expect(rows(page).getByRole('link', { name: '泡茶的七個誤會' })).toBeVisible()
  await expect(rows(page).locator('mark').first()).toHaveText('誤會')
  await page.goForward()
  await expect(title).toHaveText('泡茶的七個誤會')
  await page.reload()
  await expect(title).toHaveText('泡茶的七個誤會')
  await button.click()
  await expect(title).toHaveText(tea)
  expect(await paragraphs()).toEqual(written)
})

test.describe('a long article', () => {
  test.skip(!hasCorpus, 'no real posts beside this checkout')
  const address = `${sites.corpus}posts/2019-07-27-ie7pezvj`

  test('has a table of contents beside it that marks the section being read', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(address)
    const contents = page.getByRole('navigation', { name: 'Contents' })
    const third = contents.getByRole('link').nth(2)
    await third.click()
    await expect(third).toHaveAttribute('aria-current', 'location')
    await expect(contents.locator('[aria-current]')).toHaveCount(1)
    const heading = page.getByRole('heading', { name: (await third.textContent()) ?? '' })
    await expect(heading).toBeFocused()
    await expect(page).toHaveURL(/#user-content-section-\d+$/)
    await page.keyboard.press('Tab')
    await page.evaluate(() => scrollTo(0, 0))
    await expect(contents.locator('[aria-current]')).toHaveCount(0)
  })

  test('has the table of contents folded above the text where there is no room beside it', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(address)
    const contents = page.getByRole('navigation', { name: 'Contents' })
    await expect(contents.getByRole('link').first()).toBeHidden()
    await contents.getByText('Contents').click()
    await contents.getByRole('link').nth(2).click()
    await expect(page.getByRole('heading', { level: 2 }).nth(2)).toBeFocused()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test.skip(!hasCorpus, 'no real posts beside this checkout')

  test('the table of contents leads to the headings', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(`${sites.corpus}posts/2019-07-27-ie7pezvj`)
    const link = page.getByRole('navigation').getByRole('link').nth(2)
    await link.click()
    await expect(page).toHaveURL(/#user-content-section-\d+$/)
    const heading = page.getByRole('heading', { name: (await link.textContent()) ?? '' })
    await expect(heading).toBeInViewport()
  })
})
