import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

test.use({ viewport: { width: 320, height: 700 } })

/** Goes where a link of the reader leads: to load the whole page for each article takes five times as long. */
async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state: null }))
  }, path)
}

test('S18 no article makes a page of 320 px scroll sideways', async ({ page }) => {
  const manifest = await (await page.request.get('./manifest.json')).json()
  const ids: string[] = []
  for (const hash of manifest.timeline.tail) {
    const shard = await (await page.request.get(`./data/timeline/${hash}.json`)).json()
    ids.push(...shard.rows.map((row: { id: string }) => row.id))
  }
  expect(ids.length).toBeGreaterThan(50)
  const wide: string[] = []
  const seen = { tables: 0, code: 0, pictures: 0 }
  const button = page.getByRole('button', { name: 'Copy…' })
  await page.goto('./about')
  for (const id of ids) {
    await follow(page, `/posts/${id}`)
    await expect(button).toBeVisible()
    const found = await page.evaluate(() => ({
      isWide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      tables: document.querySelectorAll('article table').length,
      code: document.querySelectorAll('article pre').length,
      pictures: document.querySelectorAll('article img').length,
    }))
    if (found.isWide) wide.push(id)
    seen.tables += found.tables
    seen.code += found.code
    seen.pictures += found.pictures
    // What the next article shows is then its own.
    await follow(page, '/about')
    await expect(button).toBeHidden()
  }
  expect(wide).toEqual([])
  // Without any of these the test would prove nothing.
  expect(Math.min(seen.tables, seen.code, seen.pictures)).toBeGreaterThan(0)
})

test('no row cuts its excerpt off without a sign', async ({ page }) => {
  await page.goto('./')
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
  const rows = await page.getByRole('main').evaluate((main) =>
    [...main.querySelectorAll('article')].flatMap((row) => {
      const excerpt = row.querySelector('p:last-child')
      const title = row.querySelector('h4')
      if (excerpt === null || title === null) return []
      const lines = title.clientHeight / parseFloat(getComputedStyle(title).lineHeight)
      return { lines, cut: excerpt.scrollHeight - excerpt.clientHeight }
    }),
  )
  // Without a title of two lines the test would prove nothing.
  expect(rows.filter(({ lines }) => lines > 1.5)).not.toHaveLength(0)
  expect(rows.filter(({ cut }) => cut > 0)).toEqual([])
})

for (const locale of ['en', 'zh-CN', 'zh-TW']) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale })

    test('the number of hits is whole beside the controls of the list', async ({ page }) => {
      await page.goto('./?q=the')
      const count = page.getByRole('main').getByRole('toolbar').getByRole('status')
      await expect(count).toHaveText(/^\d+ /)
      const width = await count.evaluate(({ scrollWidth, clientWidth }) => ({
        scrollWidth,
        clientWidth,
      }))
      expect(width.clientWidth).toBeGreaterThanOrEqual(width.scrollWidth)
    })
  })
}
