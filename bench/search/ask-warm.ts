import type { Browser, Locator } from 'playwright'
import { openReader, waitForQuiet } from '../browser/reader-page.ts'

/**
 * Types queries into the reader's search box and presses Enter, so that the debounce does not
 * count. The first query is asked once before: the program and the index's root are there.
 * Gives milliseconds from Enter to the frame with the rows, and to the one with a hit marked.
 */
export async function askWarm(
  browser: Browser,
  siteUrl: string,
  queries: readonly string[],
): Promise<{ rowsMs: number; markedMs: number }[]> {
  await using reader = await openReader(browser, siteUrl)
  const { page } = reader
  const box = page.getByRole('searchbox').first()
  const times: number[][] = []
  for (const query of [queries[0] ?? '', ...queries]) {
    await box.focus()
    times.push(await timeQuery(box, query))
    await waitForQuiet(page)
    await box.fill('')
    await page.locator('main article mark').first().waitFor({ state: 'detached' })
    await waitForQuiet(page)
  }
  return times.slice(1).map(([rowsMs = NaN, markedMs = NaN]) => ({ rowsMs, markedMs }))
}

/** @throws Error when no hit is on the screen after ten seconds. */
function timeQuery(box: Locator, query: string): Promise<number[]> {
  return box.evaluate((element, text) => {
    if (!(element instanceof HTMLInputElement)) throw new TypeError('the search box is no input')
    const { time, readStatus, hasRows, listOnScreen } = window.bench
    const before = readStatus()
    element.value = text
    element.dispatchEvent(new InputEvent('input', { bubbles: true }))
    return time(
      () => element.form?.requestSubmit(),
      () => readStatus() !== before && hasRows(),
      () => listOnScreen('main article mark').length > 0,
    )
  }, query)
}
