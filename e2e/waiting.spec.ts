import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const script = /\/assets\/index-[^/]*\.js$/
/** Longer than the limits of the page on any silence. */
const long = 15_000

for (const width of [1440, 390]) {
  test.describe(`a page ${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 900 } })

    test('S24 names a search whose script cannot be loaded, and shows no posts for its hits', async ({
      page,
      complaints,
    }) => {
      await page.route(script, (route) => route.abort())
      await page.goto('./?q=gulls', { waitUntil: 'load' })
      await expect(page.getByRole('heading', { level: 1, name: 'gulls' })).toBeVisible()
      await expect(page.getByText('The script of the reader could not be loaded.')).toBeVisible()
      await expect(page.getByRole('article')).toHaveCount(0)
      await expect(page).toHaveTitle(/^gulls · /)
      await page.unroute(script)
      await page.getByRole('button', { name: 'Try again' }).click()
      await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
      complaints.length = 0
    })

    test('S24 says that the script is late, and starts when it comes', async ({ page }) => {
      await page.clock.install()
      const held = await hold(page, script)
      await page.goto('./?tag=birds', { waitUntil: 'commit' })
      await expect(page.getByRole('heading', { level: 1, name: 'tag birds' })).toBeVisible()
      await page.clock.fastForward(long)
      await expect(page.getByText('The reader has not arrived yet.')).toBeVisible()
      await expect(page.getByRole('article')).toHaveCount(0)
      held.release()
      await expect(page.getByText('The reader has not arrived yet.')).toBeHidden()
    })
  })
}

/** Holds all requests of a kind back until they are released. */
async function hold(page: Page, pattern: RegExp): Promise<{ release: () => void; count: number }> {
  const held = { release: () => undefined as void, count: 0 }
  const released = new Promise<void>((resolve) => {
    held.release = resolve
  })
  await page.route(pattern, async (route) => {
    held.count++
    await released
    await route.fallback().catch(() => undefined)
  })
  return held
}

for (const address of [
  '?q=sea&not-tag=birds&sort=best',
  '?from=2020-08-30&to=2020-08-31&clock=Asia/Shanghai',
  '?not-kind=video&versions=all&sort=oldest',
  'calendar?tag=birds&year=2020',
  'calendar',
]) {
  test(`the script changes nothing about the name of ${address}`, async ({ page }) => {
    const held = await hold(page, script)
    await page.goto(`./${address}`, { waitUntil: 'commit' })
    const heading = page.getByRole('heading', { level: 1 })
    await expect(page.locator('[data-wait="view"] h1')).toBeVisible()
    const before = [await heading.textContent(), await page.title()]
    held.release()
    await expect(page.locator('[data-wait="view"]')).toHaveCount(0)
    await expect(heading).toHaveText(before[0] ?? '')
    await expect(page).toHaveTitle(before[1] ?? '')
  })
}

const block = /\/data\/search\/[a-z2-7]{26}\/\d+\.bin$/

const lateFiles = [
  ['the manifest', '', 'The Saltmere Harbour News · 茶山札记', /\/manifest\.json$/],
  ['the manifest, for a filter', '?not-tag=birds', 'not tag birds', /\/manifest\.json$/],
  ['the root of the search', '?q=gulls', 'gulls', /\/data\/search\/[a-z2-7]{26}\.bin$/],
  ['a block of the search', '?q=gulls', 'gulls', block],
  ['the worker of the search', '?q=gulls', 'gulls', /\/assets\/search-worker-[^/]*\.js$/],
  ['the code of the search', '?q=gulls', 'gulls', /\/assets\/search-(?!worker)[^/]*\.js$/],
  ['the values of a facet', '?tag=birds', 'tag birds', /\/data\/facets\//],
  ['the rows of the oldest posts', '?sort=oldest', 'oldest first', /\/data\/timeline\//],
  ['the opening, for the calendar', 'calendar', 'Calendar', /\/data\/opening\//],
  ['the report, for the page about the archive', 'about', 'About', /\/data\/report\//],
  [
    'the opening, for a post',
    'posts/2020-08-30-aaaaaaaa',
    'Post of 30 August 2020',
    /\/data\/opening\//,
  ],
] as const

for (const [what, address, name, pattern] of lateFiles) {
  test(`S24 says so when ${what} does not come, and a retry works`, async ({
    page,
    complaints,
  }) => {
    await page.clock.install()
    const held = await hold(page, pattern)
    await page.goto(`./${address}`, { waitUntil: 'commit' })
    await expect.poll(() => held.count).toBeGreaterThan(0)
    const retry = page.getByRole('main').getByRole('button', { name: 'Try again' })
    await expect
      .poll(async () => {
        await page.clock.fastForward(long)
        return page.getByText('The archive does not answer.').count()
      })
      .toBeGreaterThan(0)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    await expect(page).toHaveTitle(address === '' ? name : `${name} · ${lateFiles[0][2]}`)
    held.release()
    await page.unroute(pattern)
    await retry.first().click()
    await expect(page.getByText('The archive does not answer.')).toHaveCount(0)
    complaints.length = 0
  })
}

test('S24 paints an article whose style sheet does not come', async ({ page }) => {
  await page.goto('./')
  const link = page.getByRole('main').getByRole('article').getByRole('link').first()
  const href = (await link.getAttribute('href')) ?? ''
  const title = (await link.textContent()) ?? ''
  await page.clock.install()
  const held = await hold(page, /\/assets\/index-[^/]*\.css$/)
  await page.goto(href, { waitUntil: 'commit' })
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeAttached()
  await page.clock.fastForward(long)
  // A sheet for another medium keeps nothing from being painted.
  const sheet = page.locator('head link[rel="stylesheet"]').first()
  await expect(sheet).toHaveAttribute('media', 'print')
  held.release()
  await expect(sheet).toHaveAttribute('media', 'all')
})

for (const [key, name, file] of [
  [',', 'Settings', /\/assets\/reader-settings-[^/]*\.js$/],
  ['?', 'Keyboard shortcuts', /\/assets\/keyboard-dialog-[^/]*\.js$/],
] as const) {
  test(`S24 leaves the page standing when the dialog ${name} cannot be loaded, and a retry opens it`, async ({
    page,
    complaints,
  }) => {
    await page.goto('./')
    const posts = page.getByRole('main').getByRole('article')
    await expect(posts.first()).toBeVisible()
    await page.route(file, (route) => route.fulfill({ status: 404 }))
    await page.keyboard.press(key)
    const dialog = page.getByRole('dialog', { name })
    await expect(dialog.getByRole('alert')).toBeVisible()
    await page.unroute(file)
    await dialog.getByRole('button', { name: 'Try again' }).click()
    await expect(dialog.getByRole('alert')).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(posts.first()).toBeVisible()
    complaints.length = 0
  })
}

test('a press that opens a dialog is answered before its code has come', async ({ page }) => {
  // Nothing is loaded ahead where data are to be saved.
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
  })
  const held = await hold(page, /\/assets\/reader-settings-[^/]*\.js$/)
  await page.goto('./')
  const button = page.getByRole('button', { name: 'Settings' })
  await button.click()
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  expect(await page.getByRole('dialog').count()).toBe(0)
  held.release()
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(button).toHaveAttribute('aria-expanded', 'false')
})

test('asks for each file of a filter once, and for the posts of its values before the script has come', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const held = await hold(page, script)
  await page.goto('./?tag=birds', { waitUntil: 'commit' })
  await expect.poll(() => asked.filter((path) => path.includes('/selections/'))).toHaveLength(1)
  held.release()
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
  const data = asked.filter((path) => /\/data\/(?:facets|selections|opening)\//.test(path))
  expect(data).toEqual([...new Set(data)])
})

test('asks for the manifest and for each part of a search once', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('./')
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
  expect(asked.filter((path) => path.endsWith('manifest.json'))).toHaveLength(1)
  expect(asked.filter((path) => path.includes('/opening/'))).toHaveLength(1)
})
