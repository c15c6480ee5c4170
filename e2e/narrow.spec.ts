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
