import type { PostSummary } from '#contract/timeline-shard.ts'
import { expect, test } from './fixtures.ts'

test.use({ javaScriptEnabled: false })

test('S24 a prerendered article reads without script, with both times, links and pictures', async ({
  page,
}) => {
  const manifest = await (await page.request.get('./manifest.json')).json()
  const rows: PostSummary[] = []
  for (const hash of manifest.timeline.tail) {
    const shard = await (await page.request.get(`./data/timeline/${hash}.json`)).json()
    rows.push(...shard.rows)
  }
  const row = rows.find(({ leadImage }) => leadImage !== undefined && leadImage.file === undefined)
  expect(row).toBeDefined()
  await page.goto(`./posts/${row?.id}/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(row?.title ?? '')
  await expect(page.getByText(/^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d UTC)?$/).first()).toBeVisible()
  await expect(page.getByRole('article').locator('img').first()).toHaveAttribute(
    'src',
    /^https:\/\//,
  )
})

test('the shell says what needs script', async ({ page }) => {
  await page.goto('./')
  await expect(page.getByText(/need JavaScript/)).toBeVisible()
})
