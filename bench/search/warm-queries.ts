import type { Browser, Locator } from '@playwright/test'
import { openReaderPage, waitForQuiet, waitForRows } from '../browser/reader-page.ts'

/**
 * Types queries into the reader's search box, one after the other, and takes the time from the input to the frame that shows the
 * first row with a hit marked in it. The first query is asked once before: the program and the index's root are there.
 */
export async function timeWarmQueries(
  browser: Browser,
  siteUrl: string,
  queries: readonly string[],
): Promise<number[]> {
  const reader = await openReaderPage(browser, siteUrl)
  try {
    const { page } = reader
    await page.goto(siteUrl)
    await waitForRows(page)
    await waitForQuiet(page)
    const box = page.getByRole('searchbox').first()
    if ((await box.count()) === 0) return []
    await box.focus()
    const times: number[] = []
    for (const query of [queries[0] ?? '', ...queries]) {
      times.push(await timeMarkedRow(box, query))
      await waitForQuiet(page)
      await clearBox(box)
      await waitForQuiet(page)
    }
    return times.slice(1)
  } finally {
    await reader.close()
  }
}

async function clearBox(box: Locator): Promise<void> {
  await box.fill('')
  await box.page().locator('main mark').first().waitFor({ state: 'detached' })
}

/** @throws Error when no hit is on the screen after ten seconds. */
function timeMarkedRow(box: Locator, query: string): Promise<number> {
  return box.evaluate(async (element, text) => {
    if (!(element instanceof HTMLInputElement)) throw new TypeError('the search box is no input')
    // As a keyboard does it: the framework behind the box looks at the property's own setter.
    const descriptor = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
    const started = performance.now()
    descriptor?.set?.call(element, text)
    element.dispatchEvent(new InputEvent('input', { bubbles: true }))
    while (performance.now() - started < 10_000) {
      await new Promise(requestAnimationFrame)
      const places = [...document.querySelectorAll('main article mark')].map((mark) =>
        mark.getBoundingClientRect(),
      )
      if (places.some(({ top, bottom }) => bottom > 0 && top < innerHeight))
        return performance.now() - started
    }
    throw new Error(`no hit of ${text} appeared`)
  }, query)
}
