import { chromium, type Browser, type CDPSession, type Page } from 'playwright'
import { findHeadlessBrowser } from '../../scripts/browser.ts'
import { makeProbe } from './page-probe.ts'

/** Requests and their bytes over the wire, headers included. */
export interface TrafficCount {
  requests: number
  bytes: number
}

/** By what a file is for. `columns`: data that counts are made from. `page`: the document, styles and icons. */
export type Traffic = Record<'script' | 'data' | 'columns' | 'page', TrafficCount>

/** A fresh reader with the timeline on the screen: new profile, empty caches, nothing leaves the machine. */
export interface ReaderPage extends AsyncDisposable {
  page: Page
  session: CDPSession
  /** Until the first rows were on the screen. */
  rowsMs: number
  /** What the page has fetched from its own host since the last call. */
  takeTraffic: () => Traffic
}

/**
 * Starts Chromium without windows: with them it draws by an emulated graphics card, and on two cores a frame was shown up to
 * 0.3 s after the page had drawn it. @throws Error when there is none.
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findHeadlessBrowser()
  if (executablePath === undefined) throw new Error('no browser; set BROADSHEET_BROWSER')
  // Names of other hosts lead nowhere. Playwright's interception would turn the browser's cache off.
  const onlyHere = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'
  return chromium.launch({ executablePath, args: ['--no-sandbox', onlyHere] })
}

/** Opens the timeline on a wide screen, its traffic counted, and waits until nothing is loading any more. */
export async function openReader(browser: Browser, siteUrl: string): Promise<ReaderPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en' })
  // What runs in the page was compiled with names kept, which calls a function that is not there.
  await context.addInitScript('globalThis.__name = (target) => target')
  await context.addInitScript(`window.bench = (${makeProbe.toString()})()`)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const takeTraffic = await countTraffic(session, siteUrl)
  const started = performance.now()
  await page.goto(siteUrl)
  await waitForRows(page)
  const rowsMs = performance.now() - started
  await waitForQuiet(page)
  return { page, session, rowsMs, takeTraffic, [Symbol.asyncDispose]: () => context.close() }
}

async function countTraffic(session: CDPSession, siteUrl: string): Promise<() => Traffic> {
  const kinds = new Map<string, keyof Traffic>()
  let traffic = makeTraffic()
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.startsWith(siteUrl)) kinds.set(requestId, toKind(request.url))
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId)
    // Files out of the browser's cache cost nothing on the wire.
    if (kind === undefined || encodedDataLength === 0) return
    traffic[kind].requests++
    traffic[kind].bytes += encodedDataLength
  })
  await session.send('Network.enable')
  return () => {
    const taken = traffic
    traffic = makeTraffic()
    return taken
  }
}

const nothing = (): TrafficCount => ({ requests: 0, bytes: 0 })

function makeTraffic(): Traffic {
  return { script: nothing(), data: nothing(), columns: nothing(), page: nothing() }
}

function toKind(url: string): keyof Traffic {
  const { pathname } = new URL(url)
  if (pathname.endsWith('.js')) return 'script'
  if (pathname.includes('/data/columns/')) return 'columns'
  return /\/data\/|\/manifest\.json$/.test(pathname) ? 'data' : 'page'
}

/** Waits until rows of the timeline with their text are on the screen. */
export async function waitForRows(page: Page): Promise<void> {
  await page.locator('article:not([aria-busy="true"]) a').first().waitFor()
}

/** Waits until nothing is loading any more. */
export async function waitForQuiet(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  // Lists draw more rows when the browser is idle; let that pass before the next measurement.
  await page.waitForTimeout(600)
}
