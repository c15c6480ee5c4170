import { mkdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { keepShownList, KeptSite } from './kept-site.ts'
import { toFileAddress, writeLifeboat } from './lifeboat.ts'
import { sites } from './sites.ts'
import { forgetUnanswered } from './unanswered.ts'

let site: KeptSite | undefined

test.afterEach(async ({ page, complaints }) => {
  await page.close()
  forgetUnanswered(complaints)
  await site?.close()
  site = undefined
})

/** All that the browser has of the page's origin, by area. */
function readStores(page: Page) {
  return page.evaluate(async () => ({
    local: Object.keys(localStorage).toSorted(),
    session: Object.keys(sessionStorage).toSorted(),
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).map(({ name = '' }) => name).toSorted(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
  }))
}

const nothing = { local: [], session: [], caches: [], databases: [], workers: 0, cookies: '' }

function linksOf(page: Page) {
  return page.getByRole('main').getByRole('article').getByRole('link')
}

async function openArticle(page: Page): Promise<void> {
  await linksOf(page).first().click()
  await expect(page.getByRole('link', { name: /Internet Archive/ }).first()).toBeVisible()
}

/** Uses whatever is remembered, and what another version would have left; ends with an article. */
async function useEverything(page: Page, address: string): Promise<void> {
  // The page that somebody came from.
  await page.goto(`${sites.examplesInSubfolder}manifest.json`, { waitUntil: 'load' })
  await page.goto(address)
  await page.keyboard.press('t')
  await page
    .getByRole('checkbox', { name: /^birds/ })
    .first()
    .click()
  await expect(page).toHaveURL(/tag=birds/)
  await keepShownList(page)
  await page.keyboard.press('Escape')
  await page.getByRole('searchbox').first().fill('gull')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=gull/)
  await expect(linksOf(page).first().locator('mark').first()).toBeVisible()
  await page.getByRole('link', { name: 'About' }).click()
  await page.mouse.wheel(0, 400)
  await page.goBack()
  await openArticle(page)
  // What was read is noted when the page has time.
  await expect.poll(async () => (await readStores(page)).databases).toContain('broadsheet / desk')
  await page.evaluate(async () => {
    localStorage.setItem('broadsheet.later', 'x')
    await caches.open('broadsheet / later')
    await new Promise((resolve) => {
      indexedDB.open('broadsheet / later').addEventListener('success', ({ target }) => {
        ;(target as IDBOpenDBRequest).result.close()
        resolve(undefined)
      })
    })
  })
}

async function openStoredList(page: Page) {
  await page.keyboard.press(',')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: 'List what is stored here' }).click()
  return settings.getByRole('region', { name: 'Stored on this device' })
}

/** Waits until the code that listens is there: it is loaded once somebody has begun to read, before that of dialogs. */
async function untilListening(page: Page): Promise<void> {
  await page.mouse.move(10, 10)
  await page.mouse.move(20, 20)
  await expect
    .poll(() =>
      page.evaluate(() =>
        performance.getEntriesByType('resource').some(({ name }) => /keyboard-dialog/.test(name)),
      ),
    )
    .toBe(true)
}

async function pressEscapeThrice(page: Page): Promise<void> {
  if (!page.url().startsWith('file:')) await untilListening(page)
  for (let press = 0; press < 3; press++) await page.keyboard.press('Escape')
}

test('S25 three presses of Escape leave nothing in any storage, and no way back to what was read', async ({
  page,
}) => {
  site = await KeptSite.open('examples')
  await useEverything(page, site.address)
  const before = await readStores(page)
  expect(before).toMatchObject({
    caches: ['broadsheet /', 'broadsheet / later'],
    databases: ['broadsheet / desk', 'broadsheet / later'],
    workers: 1,
  })
  expect(before.local).toEqual(
    expect.arrayContaining([
      'broadsheet.desk',
      'broadsheet.searches',
      'broadsheet.settings',
      'broadsheet.visit',
    ]),
  )
  expect(before.session).toContain('broadsheet.places')

  await pressEscapeThrice(page)
  await expect(page).toHaveURL('about:blank')
  await expect(page.locator('body')).toBeEmpty()
  // Whoever goes forward finds the front door at most, and whoever goes back what was there before the site.
  await page.goForward({ waitUntil: 'commit' })
  expect(page.url()).toBe(site.address)
  await page.goBack({ waitUntil: 'commit' })
  expect(page.url()).toBe('about:blank')
  await page.goBack({ waitUntil: 'commit' })
  expect(page.url()).not.toContain(new URL(site.address).host)

  await page.goto(`${site.address}manifest.json`, { waitUntil: 'load' })
  expect(await readStores(page)).toEqual(nothing)
})

test('S25 the button empties the screen at once, though code and host are gone, and leaves', async ({
  page,
}) => {
  site = await KeptSite.open('examples')
  await page.goto(site.address)
  await page.keyboard.press(',')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  const button = settings.getByRole('button', { name: 'Forget everything and leave' })
  await expect(button).toBeVisible()
  await site.stop()
  const shown = await button.evaluate((element: HTMLElement) => {
    element.click()
    return [document.title, document.body.textContent, document.querySelector('style, link')]
  })
  expect(shown).toEqual(['', '', null])
  await expect(page).toHaveURL('about:blank')
})

test('S25 all that is stored is listed and removed, by keyboard alone', async ({ page }) => {
  site = await KeptSite.open('examples')
  await useEverything(page, site.address)
  const stored = await openStoredList(page)
  for (const what of [
    /^What you chose in the settings · \d+ bytes/,
    /^When you were last here, and what was the newest post · \d+ bytes · /,
    /^What you read, saved and noted · \d+ bytes/,
    /^Your recent searches · \d+ bytes/,
    /^Where you were in lists · \d/,
    /^What is kept offline: lists, articles and the reader · [\d.]+ [kM]B/,
    /^What shows kept articles offline/,
  ]) {
    await expect(stored.getByRole('listitem').filter({ hasText: what })).toHaveCount(1)
  }
  await expect(stored.getByText('From another version of this program')).toHaveCount(3)

  await stored.getByRole('button', { name: 'Remove: Your recent searches' }).focus()
  await page.keyboard.press('Enter')
  await expect(stored.getByText('Your recent searches')).toHaveCount(0)
  expect((await readStores(page)).local).not.toContain('broadsheet.searches')
  await stored.getByRole('button', { name: 'Remove all of it' }).focus()
  await page.keyboard.press('Enter')
  await expect(stored.getByText('Nothing is stored.')).toBeVisible()
  expect(await readStores(page)).toEqual(nothing)
})

test('S25 a site in another folder of the host keeps what it has', async ({ page }) => {
  site = await KeptSite.open('examples-in-subfolder', '/sub/folder/')
  await page.goto(site.address)
  await page.evaluate(() => caches.open('broadsheet /').then(() => undefined))
  await pressEscapeThrice(page)
  await expect(page).toHaveURL('about:blank')
  await page.goto(`${site.address}manifest.json`, { waitUntil: 'load' })
  expect(await readStores(page)).toEqual({ ...nothing, caches: ['broadsheet /'] })
})

test('S25 the list of keys says it', async ({ page }) => {
  await page.goto('./')
  await page.keyboard.press('?')
  await expect(
    page.getByRole('row', { name: 'Esc Esc Esc Forget everything and leave' }),
  ).toBeVisible()
})

test('S25 a lifeboat empties the screen and shows an empty page', async ({ page }, testInfo) => {
  mkdirSync(testInfo.outputDir, { recursive: true })
  const path = testInfo.outputPath('copy.html')
  writeLifeboat(path)
  await page.goto(toFileAddress(path))
  await page.getByRole('button', { name: 'Settings' }).click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: 'List what is stored here' }).click()
  await expect(settings.getByText('Nothing is stored.')).toBeVisible()
  await page.keyboard.press('Escape')
  await linksOf(page).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await pressEscapeThrice(page)
  await expect(page).toHaveURL('about:blank')
  await expect(page.locator('body')).toBeEmpty()
})
