import { expect, test } from './fixtures.ts'
import { sites } from './sites.ts'

test('remembers theme, text size, typeface and language across a reload', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('button', { name: 'Settings' }).click()
  const settings = page.getByRole('dialog')
  await settings.getByText('Sepia', { exact: true }).click()
  await settings.getByText('Larger', { exact: true }).click()
  await settings.getByText('Sans serif', { exact: true }).click()
  const language = settings.getByRole('group', { name: 'Interface language' })
  await language.getByText('繁體中文', { exact: true }).click()
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant')
  await expect(page.getByRole('button', { name: '設定' })).toBeVisible()
})

for (const { locale, settings } of [
  { locale: 'zh-CN', settings: '设置' },
  { locale: 'zh-TW', settings: '設定' },
  { locale: 'de-DE', settings: 'Settings' },
]) {
  test(`starts in the browser's language: ${locale}`, async ({ browser }) => {
    const context = await browser.newContext({ locale })
    const page = await context.newPage()
    await page.goto(sites.examples)
    await expect(page.getByRole('button', { name: settings })).toBeVisible()
    await context.close()
  })
}

test('sends no request to another host before an article is opened', async ({
  page,
  foreignRequests,
}) => {
  await page.goto('./')
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
  await page.mouse.wheel(0, 4_000)
  await page.getByRole('link', { name: 'About' }).click()
  await page.waitForLoadState('networkidle')
  expect(foreignRequests).toEqual([])
})

test('S9 S11 requests pictures without a referrer, and not at all when they are off', async ({
  page,
  foreignRequests,
}) => {
  const manifest = await (await page.request.get('./manifest.json')).json()
  const shards = await Promise.all(
    manifest.timeline.tail.map(async (hash: string) =>
      (await page.request.get(`./data/timeline/${hash}.json`)).json(),
    ),
  )
  // A post whose picture the archive does not hold itself.
  const row = shards
    .flatMap(({ rows }: { rows: { id: string; leadImage?: { file?: string } }[] }) => rows)
    .find(({ leadImage }) => leadImage && leadImage.file === undefined)
  if (row === undefined) throw new Error('no article of the examples has a picture of another host')
  await page.goto(`./posts/${row.id}/`)
  await expect.poll(() => foreignRequests.length).toBeGreaterThan(0)
  for (const request of foreignRequests) {
    expect(await request.headerValue('referer')).toBeNull()
  }
  await page.getByRole('button', { name: 'Settings' }).click()
  await page
    .getByRole('group', { name: 'Pictures in articles' })
    .getByRole('radio', { name: 'Off' })
    .check()
  await page.keyboard.press('Escape')
  foreignRequests.length = 0
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.mouse.wheel(0, 4_000)
  await page.waitForLoadState('networkidle')
  expect(foreignRequests).toEqual([])
})
