import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { MirroredSite, type MirrorKind } from './mirrored-site.ts'
import { forgetUnanswered } from './unanswered.ts'

// The site's own host goes away while a page is open; of its five mirrors one is as it should be.

let site: MirroredSite | undefined

test.afterEach(async ({ page, complaints }) => {
  await page.close()
  forgetUnanswered(complaints, 'Failed to load resource: net::')
  await site?.close()
  site = undefined
})

async function open(): Promise<MirroredSite> {
  site = await MirroredSite.open()
  return site
}

const rowsOf = (page: Page) => page.getByRole('main').getByRole('article')
const question = /^The archive’s own host does not answer\./

/** Opens the newest posts and waits until what reads from mirrors has been loaded too. */
async function openSite(page: Page, { address }: MirroredSite): Promise<void> {
  const loaded = page.waitForResponse(/\/mirror-note-[^/]*\.js$/)
  const words = page.waitForResponse(/\/en-[^/]*\.js$/)
  await page.goto(address)
  await expect(rowsOf(page).first()).toBeVisible()
  await (await loaded).finished()
  await (await words).finished()
  // Where it says what it has to say.
  await expect(page.getByRole('status', { name: 'Mirrors' })).toBeAttached()
}

/** Opens the article of the first row. */
async function openFirst(page: Page): Promise<void> {
  const link = rowsOf(page).first().getByRole('link').first()
  const title = (await link.textContent()) ?? ''
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

/** Opens an article and searches, so that the code for both is there: no mirror has code. */
async function useAll(page: Page): Promise<void> {
  await openFirst(page)
  await page.goBack()
  const search = page.getByRole('searchbox')
  // Without a hit, so that no article is loaded for its piece of text.
  await search.fill('xyzzy')
  await expect(page.getByRole('region', { name: 'No results' })).toBeVisible()
  await search.fill('')
  await expect(page.getByRole('radio', { name: 'Oldest first' })).toBeVisible()
}

async function openOldest(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Oldest first' }).click()
}

test('A2 A3 A11 a list comes from a mirror, when somebody has agreed, though four of five are bad', async ({
  page,
}) => {
  const shown = await open()
  await openSite(page, shown)
  const first = (await rowsOf(page).first().textContent()) ?? ''
  await shown.stop()

  await openOldest(page)
  const note = page.getByRole('status').filter({ hasText: question })
  for (const { host } of shown.mirrors) await expect(note).toContainText(host)
  await expect(note).toContainText('will see your address and what you open')
  expect(shown.mirrors.flatMap(({ asked }) => asked)).toEqual([])
  await note.getByRole('button', { name: 'Ask them' }).click()

  await expect(rowsOf(page).first()).not.toHaveText(first)
  await expect(rowsOf(page).first()).toBeVisible()
  const liar = shown.find('lying')
  await expect(page.getByText(`${liar.host} sent something else than`)).toBeVisible()
  const before = liar.asked.length

  for (const { asked } of shown.mirrors) {
    for (const { path, headers } of asked) {
      expect(path).toMatch(/^\/data\/[\w/]+\.(?:json|bin)$/)
      expect([headers.cookie, headers.referer]).toEqual([undefined, undefined])
    }
  }

  expect(liar.asked.length).toBe(before)
  await shown.start()
  await page.getByRole('link', { name: 'About' }).first().click()
  const about = page.getByRole('main')
  await expect(about.getByRole('heading', { name: 'Mirrors' })).toBeVisible()
  const row = (kind: MirrorKind) =>
    about.getByRole('listitem').filter({ hasText: shown.find(kind).address })
  await expect(row('lying')).toContainText('sent other bytes in data/')
  await expect(row('good')).toContainText(/gave \d+ files/)

  const readAgreed = () => page.evaluate(() => localStorage.getItem('broadsheet.mirrors'))
  for (const { address } of shown.mirrors) expect(await readAgreed()).toContain(address)
  await page.getByRole('button', { name: 'Settings' }).click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByText('Leave no trace', { exact: true }).click()
  await expect.poll(readAgreed).toBe(null)
})

test('A4 articles and searches come from a mirror, and the worker proves what its page has read', async ({
  page,
}) => {
  const shown = await open()
  await openSite(page, shown)
  await useAll(page)
  await shown.stop()
  await page.getByRole('searchbox').fill('茶')
  await page.getByRole('button', { name: 'Ask them' }).click()
  await expect(rowsOf(page).locator('mark').first()).toHaveText('茶')
  await openFirst(page)
  const good = shown
    .find('good')
    .asked.map(({ path }) => path)
    .join('\n')
  expect(good).toMatch(/^\/data\/search\/\w+\/\d+\.bin$/m)
  expect(good).toMatch(/^\/data\/bodies\//m)
})

test('nothing is asked of mirrors when somebody does not want it', async ({ page }) => {
  const shown = await open()
  await openSite(page, shown)
  await shown.stop()
  await openOldest(page)
  const note = page.getByRole('status').filter({ hasText: question })
  await note.getByRole('button', { name: 'Not now' }).click()
  await expect(page.getByText('The archive could not be reached.').first()).toBeVisible()
  await expect(note).toHaveCount(0)
  expect(shown.mirrors.flatMap(({ asked }) => asked)).toEqual([])
})

const orders: readonly MirrorKind[][] = [
  ['lying', 'endless', 'silent', 'refused', 'good'],
  ['endless', 'good', 'lying', 'refused', 'silent'],
  ['silent', 'refused', 'endless', 'good', 'lying'],
  ['good', 'lying', 'silent', 'endless', 'refused'],
]

test('A1 whatever the order of mirrors, the same rows come, and nobody is asked twice about it', async ({
  page,
}) => {
  const shown = await open()
  await openSite(page, shown)
  const last = rowsOf(page).first()
  const newest = (await last.textContent()) ?? ''
  await openOldest(page)
  await expect(last).not.toHaveText(newest)
  const right = (await last.textContent()) ?? ''
  for (const [at, order] of orders.entries()) {
    shown.reorder(order)
    if (at > 0) await shown.start()
    await openSite(page, shown)
    await shown.stop()
    await openOldest(page)
    if (at === 0) await page.getByRole('button', { name: 'Ask them' }).click()
    await expect(last).toHaveText(right)
  }
})

test('A5 A6 all mirrors are asked for the newest signed build, and an older one than seen is not shown', async ({
  page,
}) => {
  site = await MirroredSite.openSigned()
  const old = site.buildCopy('Old')
  site.build('--title', 'Own', ...site.signing)
  const newer = site.buildCopy('Newer')
  const good = site.find('good')
  good.folder = newer
  await page.goto(`${site.address}about/`)
  const about = page.getByRole('main')
  await expect(about.getByText(/^Verified in this browser/)).toBeVisible()
  const ask = about.getByRole('button', { name: 'Ask all mirrors for the newest build' })
  await ask.click()
  await expect(about.getByText(`${good.host} has a newer build than this page`)).toBeVisible()
  const unsigned = about.getByRole('listitem').filter({ hasText: 'that this archive has signed' })
  await expect(unsigned).toContainText(site.find('lying').address)

  // It is read here, with the code of the own host.
  good.asked.splice(0)
  await about.getByRole('button', { name: `Read it from ${good.host}` }).click()
  const opened = page.getByText(/^You are reading build \d+ of .* signed by this archive/)
  await expect(opened).toContainText(good.host)
  await expect(page).toHaveURL(site.address)
  const title = (name: string) => page.getByRole('banner').getByText(name, { exact: true })
  await expect(title('Newer')).toBeVisible()
  await openFirst(page)
  await page.goBack()
  await page.getByRole('searchbox').fill('茶')
  await expect(rowsOf(page).locator('mark').first()).toHaveText('茶')
  for (const { path } of good.asked) expect(path).toMatch(/^\/(?:data\/|KEYS|SHA256SUMS)/)
  for (const { kind, asked } of site.mirrors) {
    const files = asked.filter(({ path }) => path.startsWith('/data/') && kind !== 'good')
    expect(files.filter(({ path }) => !path.startsWith('/data/manifests/'))).toEqual([])
  }
  await page.getByRole('link', { name: 'About' }).first().click()
  await expect(about.getByText(/^Verified in this browser/)).toBeVisible()
  await page.getByRole('button', { name: 'Back to this host’s build' }).click()
  await expect(title('Own')).toBeVisible()
  await page.goto(`${site.address}about/`)

  good.folder = old
  await ask.click()
  const refused =
    /^The newest build that could be had, at \S+, is older than you have seen \(\d+, seen \d+\)\. It is not shown\.$/
  await expect(about.getByText(refused)).toBeVisible()

  // What is on the host is old by now, too.
  await page.goto(`${site.address}about/`)
  await expect(about.getByText('You have seen a newer build of this archive')).toBeVisible()
})
