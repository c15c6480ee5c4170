import { expect, test } from './fixtures.ts'
import { sites } from './sites.ts'

test('remembers the look and the language, and shows the look in the first frame', async ({
  page,
  complaints,
}) => {
  await page.goto('./')
  await page.getByRole('button', { name: 'Settings' }).click()
  const settings = page.getByRole('dialog')
  const text = settings.getByRole('region', { name: 'Text', exact: true })
  await settings.getByText('Sepia', { exact: true }).click()
  await settings.getByRole('slider', { name: 'Text size' }).fill('8')
  await expect(settings.getByText('130 %')).toBeVisible()
  await settings.getByText('Your own', { exact: true }).click()
  const face = settings.getByRole('textbox', { name: 'Name of a font on this device' })
  await face.fill('a"; color: red')
  await expect(text.getByRole('status')).toContainText('Not applied')
  await face.fill('No Such Font')
  await expect(text.getByRole('status')).toContainText('shows no font of this name')
  const sample = settings.getByText('At seventeen minutes to eleven')
  await expect(sample).toHaveCSS('font-family', /^"No Such Font", Charter/)
  await settings.getByText('Dense', { exact: true }).click()
  const language = settings.getByRole('group', { name: 'Interface language' })
  await language.getByText('繁體中文', { exact: true }).click()
  await page.keyboard.press('Escape')
  await page.reload()
  const root = page.locator('html')
  await expect(root).toHaveAttribute('lang', 'zh-Hant')
  await expect(page.getByRole('button', { name: '設定' })).toBeVisible()

  // The first frame is all that there is without the reader's files.
  const files = '**/assets/*.js'
  await page.route(files, (route) => route.abort())
  await page.reload({ waitUntil: 'domcontentloaded' })
  await expect(root).toHaveAttribute('data-theme', 'sepia')
  await expect(root).toHaveAttribute('data-density', 'dense')
  await expect(root).toHaveCSS('font-size', '20.8px')
  expect(await root.evaluate((html) => html.style.getPropertyValue('--own-face'))).toBe(
    '"No Such Font"',
  )
  await page.unroute(files)

  await page.reload()
  await page.getByRole('button', { name: '設定' }).click()
  await page.getByRole('button', { name: '恢復預設外觀' }).click()
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  await expect(root).not.toHaveAttribute('data-theme')
  await expect(root).toHaveCSS('font-size', '16px')
  const others = complaints.filter((text) => !text.startsWith('Failed to load resource'))
  complaints.splice(0, complaints.length, ...others)
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
