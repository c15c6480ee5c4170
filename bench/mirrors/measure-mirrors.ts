import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { openBrowser, waitForQuiet, waitForRows } from '../browser/reader-page.ts'
import { makeRandom, type Random } from '../generate/random.ts'
import { runProcess } from '../measure/run-process.ts'
import { medianOf } from '../measure/statistics.ts'
import { figure, share, type Table } from '../report/row.ts'
import type { Task } from '../task.ts'
import { openHost, type Host, type HostKind } from './mirror-hosts.ts'

const orders = 100
/** Rows that have not come by then never come: the reader has given up, or asks somebody who does not answer. */
const mostMs = 60_000
const kinds: readonly HostKind[] = ['refused', 'silent', 'slow', 'lying', 'good']

/**
 * Opens the timeline, lets its host go away, and turns the list round: its oldest rows can only come from one of five
 * mirrors, in drawn orders.
 */
export async function measureMirrors(task: Task): Promise<Table> {
  using own = await openHost()
  const mirrors = await Promise.all(kinds.map(() => openHost()))
  try {
    const site = await buildMirrored(task, mirrors)
    for (const host of [own, ...mirrors]) host.folder = site
    await using browser = await openBrowser()
    const right = await turnRound(browser, own, mirrors)
    if (right.rows === '') throw new Error('the host of the site shows no other rows')
    const random = makeRandom(1)
    const times: number[] = []
    let wrong = 0
    for (let order = 0; order < orders; order++) {
      for (const [at, kind] of shuffle(kinds, random).entries()) (mirrors[at] ?? own).kind = kind
      const { ms, rows } = await turnRound(browser, own, mirrors, 'refused')
      times.push(ms)
      if (rows !== right.rows) wrong++
    }
    return {
      rows: [
        figure('mirrors, four of five bad: first rows, median', medianOf(times), 'ms'),
        figure('mirrors, four of five bad: first rows, the latest', Math.max(...times), 'ms'),
        share(`mirrors: share of ${orders} orders with the right rows`, 1 - wrong / orders),
      ],
    }
  } finally {
    for (const mirror of mirrors) mirror[Symbol.dispose]()
  }
}

async function buildMirrored({ program, posts, work }: Task, mirrors: readonly Host[]) {
  const out = join(work, 'site-mirrored')
  const named = mirrors.flatMap(({ url }) => ['--mirror', url])
  const flags = ['--pages', 'none', '--no-search', ...named]
  const args = [program, 'build', ...posts.folders, '--out', out, ...flags]
  await runProcess({ command: process.execPath, args })
  return out
}

/**
 * The first rows of the list the other way round, and how long they took; no rows where they did not come in time.
 * `after`: what becomes of the host before.
 */
async function turnRound(
  browser: Browser,
  own: Host,
  mirrors: readonly Host[],
  after: HostKind = 'good',
): Promise<{ ms: number; rows: string }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en' })
  try {
    const agreed = JSON.stringify(mirrors.map(({ url }) => url))
    await context.addInitScript(
      `try { localStorage.setItem('broadsheet.mirrors', '${agreed}') } catch {}`,
    )
    const page = await context.newPage()
    own.kind = 'good'
    await page.goto(own.url)
    await waitForRows(page)
    await waitForQuiet(page)
    const before = await readRows(page)
    own.kind = after
    const started = performance.now()
    await page.getByRole('radio', { name: 'Oldest first' }).click()
    // Polled: what is waited for is another text than before.
    for (;;) {
      const rows = await readRows(page)
      const ms = performance.now() - started
      if (rows !== before && rows !== '') return { ms, rows }
      if (ms > mostMs) return { ms, rows: '' }
      await page.waitForTimeout(20)
    }
  } finally {
    await context.close()
  }
}

/** Titles of the first rows, once they have come. */
function readRows(page: Page): Promise<string> {
  return page.evaluate(() => {
    const rows = [...document.querySelectorAll('main article')].slice(0, 4)
    const isHere = rows.every((one) => one.getAttribute('aria-busy') !== 'true')
    return isHere ? rows.map((one) => one.querySelector('a')?.textContent ?? '').join('\n') : ''
  })
}

function shuffle<T>(list: readonly T[], random: Random): T[] {
  const left = [...list]
  return list.map(() => left.splice(random.below(left.length), 1)[0] as T)
}
