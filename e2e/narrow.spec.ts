import { expect, test } from './fixtures.ts'

test.use({ viewport: { width: 320, height: 700 } })

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
  for (const id of ids) {
    await page.goto(`./posts/${id}/`)
    await expect(page.getByRole('button', { name: 'Copy…' })).toBeVisible()
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
  }
  expect(wide).toEqual([])
  // Without any of these the test would prove nothing.
  expect(Math.min(seen.tables, seen.code, seen.pictures)).toBeGreaterThan(0)
})
