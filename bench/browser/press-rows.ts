import type { Page } from 'playwright'
import { medianOf } from '../measure/statistics.ts'
import { figure, row, type Row, type Table } from '../report/row.ts'
import { siteOf, type Task } from '../task.ts'
import { openServer } from './open-server.ts'
import { openBrowser, openReader, waitForQuiet } from './reader-page.ts'

/** A phone that has a quarter of this processor. */
const processorPart = 4
const phone = { width: 390, height: 844 }

/** What a reader presses, and what is waited for before the next press. */
type Press = readonly [what: string, act: (page: Page) => Promise<void>]

const click = (role: 'button' | 'link' | 'checkbox', name: string | RegExp) => (page: Page) =>
  page.getByRole(role, { name }).first().click()
const key = (name: string) => (page: Page) => page.keyboard.press(name)
const order = (text: string) => (page: Page) =>
  page.getByRole('group', { name: 'Order' }).getByText(text, { exact: true }).click()
const choose = (text: string) => (page: Page) =>
  page.getByRole('dialog').getByText(text, { exact: true }).click()

/** One walk through the reader; each press starts where the one before has ended. */
const walk: readonly Press[] = [
  ['theme by its key', key('t')],
  ['settings, open', click('button', 'Settings')],
  ['settings, another theme', choose('Sepia')],
  [
    'settings, another size of text',
    (page) => page.getByRole('slider', { name: 'Text size' }).press('ArrowRight'),
  ],
  ['settings, close', key('Escape')],
  ['next row', key('j')],
  ['filter, open', key('f')],
  ['filter, a value', (page) => page.getByRole('dialog').getByRole('checkbox').nth(2).click()],
  [
    'filter, the value off',
    (page) => page.getByRole('dialog').getByRole('checkbox').nth(2).click(),
  ],
  ['filter, close', key('Escape')],
  ['order of the list', order('Oldest')],
  ['order of the list, back', order('Newest')],
  [
    'article, open',
    (page) => page.getByRole('main').getByRole('article').nth(1).getByRole('link').first().click(),
  ],
  ['next article', key('n')],
  ['copy menu', click('button', 'Copy…')],
  ['copy menu, close', key('Escape')],
  ['back to the list', key('u')],
  ['calendar', key('g')],
  ['back to the timeline', click('link', 'Timeline')],
  ['search, into the field', key('/')],
  ['search, a letter', key('e')],
  ['search, Enter', key('Enter')],
  [
    'search, first article',
    (page) => page.getByRole('main').getByRole('article').first().getByRole('link').first().click(),
  ],
]

/**
 * Event Timing of each press: from the press to the frame after it, as the browser tells it for INP.
 * Again with many rows in the page.
 */
export async function measurePresses(task: Task): Promise<Table> {
  using site = await openServer([task.program, 'serve', siteOf(task, 'whole')])
  await using browser = await openBrowser()
  const rows: Row[] = []
  for (const hasManyRows of [false, true]) {
    const runs: (number | undefined)[][] = []
    for (let run = 1; run <= task.runs; run++) {
      await using reader = await openReader(browser, site.url)
      const { page, session } = reader
      await page.setViewportSize(phone)
      if (hasManyRows) await drawRows(page)
      await session.send('Emulation.setCPUThrottlingRate', { rate: processorPart })
      runs.push(await takeWalk(page))
    }
    const prefix = hasManyRows ? 'press, many rows' : 'press'
    const medians = walk.map((_, at) => medianOf(runs.map((times) => times[at] ?? 0)))
    const heard = runs.flat().filter((time) => time !== undefined).length
    rows.push(row(`${prefix}: told of`, `${heard} of ${runs.length * walk.length}`))
    walk.forEach(([what], at) => rows.push(figure(`${prefix}: ${what}`, medians[at] ?? NaN, 'ms')))
    rows.push(figure(`${prefix}: the longest`, Math.max(...medians), 'ms'))
  }
  return { rows }
}

/** Milliseconds of each press; `undefined` where Event Timing told of none, because it took less than 16. */
async function takeWalk(page: Page): Promise<(number | undefined)[]> {
  const times: (number | undefined)[] = []
  for (const [, act] of walk) {
    const since = await page.evaluate(() => performance.now())
    await act(page)
    await waitForQuiet(page)
    const presses = await page.evaluate((at) => window.bench.takePresses(at), since)
    times.push(presses.length === 0 ? undefined : Math.max(...presses))
  }
  return times
}

/** Has the first rows drawn, as many as a page holds, and goes back to the top. */
async function drawRows(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Load the first/ }).press('Enter')
  await page.waitForFunction(() => document.querySelectorAll('main article').length > 1_000)
  await waitForQuiet(page)
  await page.keyboard.press('Home')
  await waitForQuiet(page)
}
