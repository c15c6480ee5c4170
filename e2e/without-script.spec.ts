import type { PostSummary } from '#contract/timeline-shard.ts'
import { expect, test } from './fixtures.ts'

test.use({ javaScriptEnabled: false })

test('S24 a prerendered article reads without script, with both times, links and pictures', async ({
  page,
}) => {
  const manifest = await (await page.request.get('./manifest.json')).json()
  const hash = manifest.timeline.tail[0]
  const shard = await (await page.request.get(`./data/timeline/${hash}.json`)).json()
  const row = shard.rows.find(
    ({ leadImage }: PostSummary) => leadImage !== undefined && leadImage.file === undefined,
  )
  await page.goto(`./posts/${row.id}/`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(row.title)
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
