import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { dataPath, manifestPath } from '../../src/contract/file-names.ts'
import { parseManifest } from '../../src/contract/manifest.ts'
import { parseTimelineShard } from '../../src/contract/timeline-shard.ts'
import { medianOf } from '../measure/statistics.ts'
import { figure, type Row, type Table } from '../report/row.ts'
import { siteOf, type Task } from '../task.ts'
import { openServer } from '../browser/open-server.ts'
import { openBrowser } from '../browser/reader-page.ts'

/** 400 kbit/s, 400 ms for every request, a quarter of this processor. */
const network = {
  offline: false,
  latency: 400,
  downloadThroughput: 50_000,
  uploadThroughput: 50_000,
}
const processorPart = 4

/** A link that somebody was sent: what it leads to, and the text that names its view. */
interface DeepLink {
  what: string
  path: string
  name: string
  content: string
}

/** Opens deep links of the whole site on a slow phone with an empty cache. */
export async function measureSlowPhone(task: Task): Promise<Table> {
  const folder = siteOf(task, 'whole')
  using site = await openServer([task.program, 'serve', folder])
  await using browser = await openBrowser()
  const rows: Row[] = []
  for (const link of listDeepLinks(folder)) {
    const times: { name: number; content: number }[] = []
    for (let run = 1; run <= task.runs; run++) times.push(await openSlowly(browser, site.url, link))
    for (const part of ['name', 'content'] as const) {
      const seconds = medianOf(times.map((time) => time[part])) / 1000
      rows.push(figure(`slow phone, ${link.what}: ${part}`, seconds, 's'))
    }
  }
  return { rows }
}

function listDeepLinks(folder: string): DeepLink[] {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'))
  const { facets, timeline } = parseManifest(read(manifestPath))
  const tag = facets.find(({ facet }) => facet === 'tag')?.top.at(3)?.value ?? ''
  const posts = timeline.tail.flatMap(
    (hash) => parseTimelineShard(read(dataPath('timeline', hash))).rows,
  )
  const { id = '', title = '' } = posts.find(({ kind }) => kind === 'article') ?? {}
  const rows = 'main article a'
  const value = encodeURIComponent(tag)
  return [
    { what: 'home', path: '', name: '', content: rows },
    { what: 'search', path: `?q=${value}`, name: tag, content: rows },
    { what: 'filter', path: `?tag=${value}`, name: tag, content: rows },
    { what: 'article', path: `posts/${id}/`, name: title, content: '.article-part' },
  ]
}

async function openSlowly(browser: Browser, url: string, link: DeepLink) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en' })
  try {
    // What runs in the page was compiled with names kept, which calls a function that is not there.
    await context.addInitScript('globalThis.__name = (target) => target')
    await context.addInitScript(watch, link)
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', network)
    await session.send('Emulation.setCPUThrottlingRate', { rate: processorPart })
    await page.goto(`${url}${link.path}`, { waitUntil: 'commit' })
    const seen = await page.waitForFunction(() => window.seen.content > 0 && window.seen)
    return await seen.evaluate((times) => times || { name: NaN, content: NaN })
  } finally {
    await context.close()
  }
}

declare global {
  interface Window {
    /** Milliseconds until the name and the content of the view could be seen; 0 = not yet. */
    seen: { name: number; content: number }
  }
}

/** Runs in the page, frame by frame; everything it needs stands inside. */
function watch({ name, content }: DeepLink): void {
  const seen = { name: 0, content: 0 }
  window.seen = seen
  // oxlint-disable-next-line unicorn/consistent-function-scoping
  const isShown = (selector: string, text: string) =>
    [...document.querySelectorAll(selector)].some(
      (element) =>
        element.textContent.includes(text) &&
        element.checkVisibility({ visibilityProperty: true }) &&
        element.getClientRects().length > 0,
    )
  const look = () => {
    if (seen.name === 0 && isShown('h1, main button', name)) seen.name = performance.now()
    if (seen.content === 0 && isShown(content, '')) seen.content = performance.now()
    if (seen.name === 0 || seen.content === 0) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
