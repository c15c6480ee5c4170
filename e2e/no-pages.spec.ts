import type { ChildProcess } from 'node:child_process'
import { expect, test } from './fixtures.ts'
import { serveRareSite } from './rare-site.ts'

// A site without pages of articles below a folder of its host: its page of what is missing starts the reader.

const base = '/x/'
let address = ''
let server: ChildProcess | undefined

test.beforeAll(async () => {
  const more = ['--pages', 'none', '--base', base]
  const served = await serveRareSite(test.info().outputPath('no-pages'), more)
  address = served.address
  server = served.server
})

test.afterAll(() => {
  server?.kill()
})

for (const [path, name] of [
  ['?q=goat', 'goat'],
  ['?year=2021', '2021'],
  ['calendar', 'Calendar'],
  ['about', 'About this archive'],
  ['about/report', 'Build report'],
  ['about/check', 'Check a citation'],
] as const) {
  test(`below ${base} the view of ${path} is named before the script has come, and after`, async ({
    page,
  }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    let release: (() => void) | undefined
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route(/\/assets\/index-[^/]*\.js$/, async (route) => {
      await released
      await route.fallback()
    })
    await page.goto(`${address}${path}`, { waitUntil: 'commit' })
    const heading = page.getByRole('heading', { level: 1 })
    await expect(page.locator('[data-wait="view"] h1')).toHaveText(name)
    await expect(page).toHaveTitle(`${name} · ferry-log`)
    release?.()
    await expect(page.locator('[data-wait="view"]')).toHaveCount(0)
    await expect(heading).toHaveText(name)
    await expect(page).toHaveTitle(`${name} · ferry-log`)
    expect(asked.filter((one) => !one.startsWith(base))).toEqual([])
  })
}

test(`below ${base} a post without a page opens by its address`, async ({ page, complaints }) => {
  await page.goto(`${address}?year=2021`)
  const link = page.getByRole('link', { name: 'How to book a crossing', exact: true })
  const href = (await link.getAttribute('href')) ?? ''
  expect(href).toMatch(/^\/x\/posts\//)
  await page.goto(new URL(href, address).href)
  await expect(
    page.getByRole('heading', { level: 1, name: 'How to book a crossing' }),
  ).toBeVisible()
  // The host answers with its page of what is missing, and says so.
  complaints.length = 0
})
