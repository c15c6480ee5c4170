import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { builtProgram } from '#builder/testing/built-program.ts'
import { expect } from './fixtures.ts'
import { sitesFolder } from './site-builds.ts'

/** Writes a site, or a list of it, as one file, by the product's own command line; the examples, if none is given. */
export function writeLifeboat(
  path: string,
  { site = `${sitesFolder}/examples`, more = [] }: { site?: string; more?: readonly string[] } = {},
): void {
  const argv = [builtProgram, 'lifeboat', site, ...more]
  const { status, stderr } = spawnSync(process.execPath, [...argv, '--out', path])
  if (status !== 0) throw new Error(`the lifeboat was not written: ${stderr.toString()}`)
}

/** Writes another form of a lifeboat beside it, and returns its address. */
export function writeDamaged(path: string, name: string, change: (text: string) => string): string {
  const other = path.replace(/\.html$/, `-${name}.html`)
  if (!existsSync(other)) writeFileSync(other, change(readFileSync(path, 'utf8')))
  return toFileAddress(other)
}

/** Address of a file on this disk. */
export function toFileAddress(path: string): string {
  return pathToFileURL(resolve(path)).href
}

/** Notes what a page asks for beside itself: other files of the disk too, but not what a test opens. */
export function watchRequests(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    const isOpened = url.startsWith('file:') && request.isNavigationRequest()
    if (!url.startsWith('blob:') && !isOpened) asked.push(url)
  })
  return asked
}

/** The walk of a reader without a network: list, filter, article, back, search, calendar, and nothing is left behind. */
export async function walkLifeboat(page: Page, address: string): Promise<void> {
  const asked = watchRequests(page)
  const main = page.getByRole('main')
  await page.goto(address)
  await expect(page.getByText('58 posts', { exact: true })).toBeVisible()

  const filters = page.getByRole('complementary', { name: 'Filters' })
  await filters.getByRole('checkbox', { name: /^birds/ }).click()
  await expect(page).toHaveURL(/#\/\?tag=birds$/)
  await expect(page.getByText('3 posts', { exact: true })).toBeVisible()

  const link = main.getByRole('article').getByRole('link').first()
  const title = (await link.textContent()) ?? ''
  await link.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(page).toHaveURL(/#\/posts\/[\w-]+$/)
  await expect(page.getByRole('link', { name: /^Original/ }).first()).toHaveAttribute(
    'href',
    /^https:\/\//,
  )
  const deep = page.url()
  await page.goBack()
  await expect(page.getByText('3 posts', { exact: true })).toBeVisible()

  await page.goto('about:blank')
  await page.goto(deep)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)

  await page.goto(`${address}#/?q=gull`)
  const hits = main.getByRole('article')
  await expect(hits.first().locator('mark').first()).toBeVisible()
  const found = await hits.count()
  expect(found).toBeGreaterThan(1)

  await page.goto(`${address}#/calendar`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Calendar')

  expect(asked).toEqual([])
  const kept = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).length,
    cookies: document.cookie,
    // What the page sees stands in memory alone; the browser's own storage is asked by a frame that is not this page.
    local: Object.getOwnPropertyDescriptor(globalThis, 'localStorage')?.value instanceof Object,
  }))
  expect(kept).toEqual({ databases: 0, cookies: '', local: true })
}
