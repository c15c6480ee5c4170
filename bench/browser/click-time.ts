import type { Locator } from '@playwright/test'

/**
 * Clicks in the page and waits, frame by frame, until the list has changed and its rows on the screen have their
 * text. Gives the milliseconds from the click to the frame that shows them. Measured inside the page: no round trip counts.
 * @throws Error when nothing has changed after ten seconds.
 */
export async function timeListChange(control: Locator): Promise<number> {
  return control.evaluate(async (element) => {
    const { body } = document
    // The number of posts is the one status text with a digit.
    const readStatus = () =>
      [...body.querySelectorAll('main output, main [role="status"]')]
        .map(({ textContent }) => textContent)
        .find((text) => /\d/.test(text)) ?? ''
    const hasRows = () => {
      const rows = [...body.querySelectorAll('main article')].filter((row) => {
        const { top, bottom } = row.getBoundingClientRect()
        return bottom > 0 && top < innerHeight
      })
      return rows.length > 0 && rows.every((row) => row.querySelector('a') !== null)
    }
    const before = readStatus()
    const started = performance.now()
    if (element instanceof HTMLElement) element.click()
    while (performance.now() - started < 10_000) {
      await new Promise(requestAnimationFrame)
      if (readStatus() !== before && hasRows()) return performance.now() - started
    }
    throw new Error('the list did not change')
  })
}

/**
 * Clicks a link to an article and waits, frame by frame, until its heading is on the screen.
 * @throws Error when there is none after ten seconds.
 */
export async function timeArticle(link: Locator): Promise<number> {
  return link.evaluate(async (element) => {
    const started = performance.now()
    if (element instanceof HTMLElement) element.click()
    while (performance.now() - started < 10_000) {
      await new Promise(requestAnimationFrame)
      const heading = document.querySelector('main article h1')
      if (heading !== null && heading.getClientRects().length > 0) {
        return performance.now() - started
      }
    }
    throw new Error('no article appeared')
  })
}
