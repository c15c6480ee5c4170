import type { PostSummary } from '#contract/timeline-shard.ts'
import { expect, test } from './fixtures.ts'
import { hasCorpus, sites } from './sites.ts'

test.use({ javaScriptEnabled: false })

test('S24 a prerendered article is readable without JavaScript, with both times, links and pictures', async ({
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

test('the first page lists the newest posts and says what needs JavaScript', async ({ page }) => {
  await page.goto('./')
  await expect(page.getByText(/need JavaScript/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: 'March 2026 · 1' })).toBeVisible()
  await page.getByRole('link', { name: 'The year the gulls unionised' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The year the gulls unionised')
  await page.getByRole('link', { name: 'Browse', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Browse the archive')
})

test('S24 the address of a search says that it lists the newest posts', async ({ page }) => {
  await page.goto('./?q=gulls')
  await expect(page.getByText(/this page then lists the newest posts/)).toBeVisible()
})

test('the tags, authors and months of an article lead to lists of posts', async ({ page }) => {
  await page.goto('./browse/')
  await page.locator('#tag').getByRole('link', { name: 'birds', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('tag birds')
  await expect(page.getByRole('article')).toHaveCount(3)
  await page.getByRole('article').first().getByRole('link').click()
  await page.getByRole('link', { name: 'birds', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('tag birds')
  await page.getByRole('link', { name: 'Months' }).click()
  await page.getByRole('link', { name: 'May', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('May 2024')
  await expect(page.getByRole('article')).toHaveCount(16)
})

test.describe('long lists of the real archive', () => {
  test.skip(!hasCorpus, 'no real posts beside this checkout')

  test('are paged from the newest posts to the oldest and back', async ({ page }) => {
    await page.goto(`${sites.corpus}browse/collection/`)
    await page.getByRole('link', { name: 'society' }).click()
    await expect(page.getByText(/^[\d,]+ 篇文章$/)).toBeVisible()
    await page.getByRole('link', { name: '较旧的文章' }).click()
    await expect(page.getByText(/^第 [\d,]+ 至 [\d,]+ 篇（从最旧的一篇起编号）$/)).toBeVisible()
    await expect(page.getByRole('article')).toHaveCount(100)
    await page.getByRole('link', { name: '较新的文章' }).click()
    await expect(page.getByText(/^[\d,]+ 篇文章$/)).toBeVisible()
  })
})
