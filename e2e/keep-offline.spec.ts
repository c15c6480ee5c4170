import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { keepShownList, KeptSite, readDevice } from './kept-site.ts'
import { forgetUnanswered } from './unanswered.ts'

// A server that is stopped is what a reader without a network has; each journey has one of its own.

let site: KeptSite | undefined

test.afterEach(async ({ page, complaints }) => {
  await page.close()
  forgetUnanswered(complaints)
  await site?.close()
  site = undefined
})

const examples = ['examples/harbour-news', 'examples/tea-notes']

function linksOf(page: Page) {
  return page.getByRole('main').getByRole('article').getByRole('link')
}

async function openSettings(page: Page) {
  await page.getByRole('button', { name: 'Settings' }).click()
  return page.getByRole('dialog', { name: 'Settings' })
}

test('A12 a list that is kept can be read and searched without its host', async ({ page }) => {
  site = await KeptSite.open('examples')
  await page.goto(site.address)
  await expect(linksOf(page).first()).toBeVisible()
  // Whoever keeps nothing has no worker, and nothing was asked for.
  expect(await readDevice(page)).toEqual({ workers: 0, files: 0 })

  await page.goto(`${site.address}?tag=birds`)
  await keepShownList(page)
  await site.stop()

  await page.goto(`${site.address}?tag=birds`)
  await expect(page.getByText('3 posts', { exact: true })).toBeVisible()
  await expect(page.getByText('You are reading without a network.', { exact: false })).toBeVisible()
  const link = linksOf(page).first()
  const title = (await link.textContent()) ?? ''
  const address = (await link.getAttribute('href')) ?? ''
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await page.goBack()
  await expect(page.getByText('3 posts', { exact: true })).toBeVisible()

  // From outside: the host has a page of this article, and this device the article.
  await page.goto('about:blank')
  await page.goto(new URL(address, site.address).href)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('link', { name: /Internet Archive/ }).first()).toBeVisible()

  await page.goto(`${site.address}?q=gull`)
  await expect(page.getByText(/^Without a network, only the \d+ posts/)).toBeVisible()
  await expect(linksOf(page).first()).toBeVisible()
  await expect(page.getByRole('main').locator('mark').first()).toBeVisible()

  // The host is back, and the window in front again.
  const alone = await linksOf(page).count()
  await site.start()
  await page.evaluate(() => dispatchEvent(new Event('visibilitychange')))
  await expect(page.getByText(/^Without a network, only the \d+ posts/)).toBeHidden()
  await expect.poll(() => linksOf(page).count()).toBeGreaterThan(alone)
  await site.stop()

  for (const [path, name] of [
    ['calendar/', 'Calendar'],
    ['about/', 'About this archive'],
    ['statistics/', 'Statistics'],
  ] as const) {
    await page.goto(`${site.address}${path}`)
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  }
})

test('A12 what is kept is listed with its size, and goes with one press', async ({ page }) => {
  site = await KeptSite.open('examples')
  await page.goto(site.address)
  const settings = await openSettings(page)
  const kept = settings.getByRole('region', { name: 'Kept offline' })
  const choice = settings.getByRole('group', { name: 'Articles that you open' })
  await choice.getByText('Keep offline', { exact: true }).click()
  await expect(kept).toBeVisible()
  await page.keyboard.press('Escape')
  const link = linksOf(page).nth(2)
  const title = (await link.textContent()) ?? ''
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const [name = ''] = await caches.keys()
        const keys = await (await caches.open(name)).keys()
        return keys.filter(({ url }) => url.includes('/data/bodies/')).length
      }),
    )
    .toBe(1)
  await site.stop()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await site.start()

  for (const query of ['tag=birds', 'kind=video']) {
    await page.goto(`${site.address}?${query}`)
    await keepShownList(page)
    await page.keyboard.press('Escape')
  }
  await openSettings(page)
  await expect(kept.getByRole('listitem')).toHaveText([
    /birds.*kB.*3 posts/,
    /kB/,
    /^1 article that you opened/,
    /The reader.*(?:kB|MB)/,
  ])
  await kept.getByRole('button', { name: /Remove: .*birds/ }).click()
  await expect(kept.getByRole('listitem')).toHaveCount(3)
  await kept.getByRole('button', { name: 'Remove everything kept offline' }).click()
  await expect(kept).toBeHidden()
  expect(await readDevice(page)).toEqual({ workers: 0, files: 0 })
})

test('A14 a new build is taken over with the lists that are kept', async ({ page }) => {
  site = await KeptSite.open('examples')
  await page.goto(`${site.address}?tag=birds`)
  await keepShownList(page)
  const posts = join(site.folder, '../more/_posts')
  mkdirSync(posts, { recursive: true })
  const text =
    '---\ntitle: "A heron on the pier"\ndate: 2027-02-01T08:00:00Z\ntags: [ birds ]\n---\n'
  writeFileSync(join(posts, '2027-02-01-heron.md'), `${text}<p>It stood there all morning.</p>\n`)
  site.build([...examples, join(site.folder, '../more')])
  await page.reload()
  await expect(page.getByText('4 posts', { exact: true })).toBeVisible()
  const readBuild = () =>
    page.evaluate(async () => {
      const [name = ''] = await caches.keys()
      const record = await (await caches.open(name)).match('/.kept/shown')
      const { build } = ((await record?.json()) ?? {}) as { build?: string }
      return build
    })
  const { buildId } = (await (await page.request.get(`${site.address}manifest.json`)).json()) as {
    buildId: string
  }
  await page.mouse.move(200, 300)
  await expect.poll(readBuild).toBe(buildId)
  await site.stop()
  await page.goto(`${site.address}?tag=birds`)
  await expect(page.getByText('4 posts', { exact: true })).toBeVisible()
  await linksOf(page).filter({ hasText: 'A heron on the pier' }).click()
  await expect(page.getByText('It stood there all morning.')).toBeVisible()
})

test('A12 a full device says how many posts it has room for, and these can be read', async ({
  page,
}) => {
  site = await KeptSite.open('examples')
  const posts = writeLongPosts(join(site.folder, '../long'), 24)
  site.build([posts])
  const read = async (path: string) => (await page.request.get(site?.address + path)).json()
  const { offline } = (await read('manifest.json')) as { offline: string }
  const { files } = (await read(`data/offline/${offline}.json`)) as { files: [string, number][] }
  const shared = files.reduce((sum, [, bytes]) => sum + bytes, 0)
  await page.goto(site.address)
  const session = await page.context().newCDPSession(page)
  const { origin } = new URL(site.address)
  // A browser takes more than the bytes of a file.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: shared + 900_000 })
  await keepShownList(page)
  const told = page.getByText(/^The device gave room for \d+ of 24 posts\./)
  const [, kept = ''] = /(\d+) of/.exec((await told.textContent()) ?? '') ?? []
  expect(Number(kept)).toBeGreaterThan(2)
  expect(Number(kept)).toBeLessThan(24)
  await page.keyboard.press('Escape')
  await site.stop()
  await page.goto(site.address)
  // The newest ones were kept first.
  await linksOf(page).first().click()
  await expect(page.getByText('line 1 of day 24', { exact: false })).toBeVisible()
})

/** Posts each of which fills a pack of its own. */
function writeLongPosts(folder: string, count: number): string {
  mkdirSync(join(folder, '_posts'), { recursive: true })
  for (let day = 1; day <= count; day++) {
    const lines = Array.from(
      { length: 1_500 },
      (_, line) => `line ${line + 1} of day ${day}, as it was`,
    )
    const date = `2024-01-${String(day).padStart(2, '0')}`
    const head = `---\ntitle: "Day ${day}"\ndate: ${date}T08:00:00Z\n---\n`
    writeFileSync(join(folder, '_posts', `${date}-day.md`), `${head}<p>${lines.join(' ')}</p>\n`)
  }
  return folder
}

test('A13 below a folder the worker answers for that folder alone, until the site has none any more', async ({
  page,
}) => {
  site = await KeptSite.open('examples-in-subfolder', '/sub/folder/')
  await page.goto(`${site.address}?tag=birds`)
  await keepShownList(page)
  const scopes = await page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
  )
  expect(scopes).toEqual(['/sub/folder/'])
  await site.stop()
  await page.goto(`${site.address}?tag=birds`)
  await linksOf(page).first().click()
  await expect(page.getByRole('link', { name: /Internet Archive/ }).first()).toBeVisible()
  expect((await readDevice(page)).workers).toBe(1)
  await expect(page.goto(new URL('/sub/', site.address).href)).rejects.toThrow()

  // A site that has no worker any more gets rid of it.
  rmSync(join(site.folder, 'sw.js'))
  await site.start()
  await page.goto(site.address)
  await expect.poll(() => readDevice(page)).toEqual({ workers: 0, files: 0 })
  await expect(linksOf(page).first()).toBeVisible()
})

test('A12 nothing is kept where no trace is to stay, and what was goes', async ({ page }) => {
  site = await KeptSite.open('examples')
  await page.goto(`${site.address}?tag=birds`)
  await linksOf(page).first().click()
  await expect(page.getByRole('link', { name: /Internet Archive/ }).first()).toBeVisible()
  await page.goBack()
  await keepShownList(page)
  await page.keyboard.press('Escape')
  const settings = await openSettings(page)
  await settings.getByText('Leave no trace', { exact: true }).click()
  await expect.poll(() => readDevice(page)).toEqual({ workers: 0, files: 0 })
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Keep this list offline' }).click()
  await expect(
    page.getByText('Nothing is kept while the settings say', { exact: false }),
  ).toBeVisible()
  await page.keyboard.press('Escape')
  await linksOf(page).nth(1).click()
  await expect(page.getByRole('link', { name: /Internet Archive/ }).first()).toBeVisible()
  await page.goto(`${site.address}?q=gull`)
  await expect(linksOf(page).first()).toBeVisible()
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['broadsheet.settings'])
  expect(await readDevice(page)).toEqual({ workers: 0, files: 0 })
})
