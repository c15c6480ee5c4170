import type { Browser, Locator } from '@playwright/test'
import { openReaderPage, waitForQuiet, waitForRows } from '../browser/reader-page.ts'

/** Milliseconds from the Enter key. */
export interface WarmTimes {
  /** To the frame that shows the rows of the result. */
  rowsMs: number
  /** To the frame that shows the first row with its hit marked; a hit in the body needs the body for that. */
  markedMs: number
}

/**
 * Types queries into the reader's search box, one after the other, and presses Enter, so that the pause for further letters does not
 * count. The first query is asked once before: the program and the index's root are there.
 */
export async function timeWarmQueries(
  browser: Browser,
  siteUrl: string,
  queries: readonly string[],
): Promise<WarmTimes[]> {
  const reader = await openReaderPage(browser, siteUrl)
  try {
    const { page } = reader
    await page.goto(siteUrl)
    await waitForRows(page)
    await waitForQuiet(page)
    const box = page.getByRole('searchbox').first()
    const times: WarmTimes[] = []
    for (const query of [queries[0] ?? '', ...queries]) {
      await box.focus()
      times.push(await timeQuery(box, query))
      await waitForQuiet(page)
      await box.fill('')
      await page.locator('main article mark').first().waitFor({ state: 'detached' })
      await waitForQuiet(page)
    }
    return times.slice(1)
  } finally {
    await reader.close()
  }
}

/** @throws Error when no hit is on the screen after ten seconds. */
function timeQuery(box: Locator, query: string): Promise<WarmTimes> {
  return box.evaluate(async (element, text) => {
    if (!(element instanceof HTMLInputElement)) throw new TypeError('the search box is no input')
    const { body } = document
    const listOnScreen = (selector: string) =>
      [...body.querySelectorAll(selector)].filter((part) => {
        const { top, bottom } = part.getBoundingClientRect()
        return bottom > 0 && top < innerHeight
      })
    // The number of posts is the one status text with a digit.
    const readStatus = () =>
      [...body.querySelectorAll('main output')]
        .map(({ textContent }) => textContent)
        .find((status) => /\d/.test(status)) ?? ''
    const before = readStatus()
    let rowsMs: number | undefined
    element.value = text
    element.dispatchEvent(new InputEvent('input', { bubbles: true }))
    const started = performance.now()
    element.form?.requestSubmit()
    while (performance.now() - started < 10_000) {
      await new Promise(requestAnimationFrame)
      const rows = listOnScreen('main article')
      const hasRows = rows.length > 0 && rows.every((row) => row.querySelector('a') !== null)
      if (readStatus() === before || !hasRows) continue
      rowsMs ??= performance.now() - started
      if (listOnScreen('main article mark').length > 0) {
        return { rowsMs, markedMs: performance.now() - started }
      }
    }
    throw new Error(`no hit of ${text} appeared`)
  }, query)
}
