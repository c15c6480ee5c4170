import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test'
import { findBrowser } from '../../scripts/browser.ts'
import { TrafficMeter } from './traffic.ts'

/** A fresh reader: new profile, empty caches, nothing leaves the machine. */
export interface ReaderPage {
  page: Page
  session: CDPSession
  traffic: TrafficMeter
  close(): Promise<void>
}

/** Starts the browser. @throws Error when there is none. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('no browser; set BROADSHEET_BROWSER')
  // Names of other hosts lead nowhere. Playwright's own way to cut them off would send every request through two more processes,
  // and turn the browser's cache off.
  const onlyHere = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'
  return chromium.launch({ executablePath, args: ['--no-sandbox', onlyHere] })
}

/** Opens an empty page on a wide screen, its traffic counted from now on. */
export async function openReaderPage(browser: Browser, siteUrl: string): Promise<ReaderPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en' })
  // What evaluates in the page was compiled with names kept; the mark that needs is missing there.
  await context.addInitScript('globalThis.__name = (target) => target')
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const traffic = await TrafficMeter.start(session, siteUrl)
  return { page, session, traffic, close: () => context.close() }
}

/** Waits until rows of the timeline with their text are on the screen. */
export async function waitForRows(page: Page): Promise<void> {
  await page.locator('article:not([aria-busy="true"]) a').first().waitFor()
}

/** Waits until nothing is on its way any more. */
export async function waitForQuiet(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  // Lists draw more rows when the browser has time; let that pass before the next measurement.
  await page.waitForTimeout(600)
}
