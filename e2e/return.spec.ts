import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

declare global {
  interface Window {
    /** Offset of the opened row in the last frame before its article appeared. */
    lastTop?: number
  }
}

/** From the next click on, records where the clicked row is, frame by frame, until it is gone. */
async function followClickedRow(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.addEventListener(
      'click',
      ({ target }) => {
        const row = target instanceof Element ? target.closest('main article') : null
        const note = () => {
          if (row?.isConnected !== true) return
          window.lastTop = row.getBoundingClientRect().top
          requestAnimationFrame(note)
        }
        note()
      },
      { capture: true, once: true },
    )
  })
}

/** Scrolls until an edge of the window cuts a row in half, and clicks the visible half. */
async function openCutRow(page: Page, edge: 'top' | 'bottom'): Promise<string> {
  const place = await page.evaluate((at) => {
    const bar = innerWidth < 1100 ? 60 : 0
    const line = at === 'top' ? 50 : innerHeight - bar - 4
    const rows = [...document.querySelectorAll('main article')]
    const row = rows.find((candidate) => candidate.getBoundingClientRect().bottom > line)
    if (row === undefined) return undefined
    const { top, left, height } = row.getBoundingClientRect()
    scrollBy(0, Math.round(top + height / 2 - line))
    const title = row.querySelector('a')?.textContent
    return title === undefined ? undefined : { x: left + 120, y: line, title }
  }, edge)
  if (place === undefined) throw new Error(`no row is near the ${edge} edge`)
  await followClickedRow(page)
  await page.mouse.click(place.x, place.y)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(place.title)
  return place.title
}

async function readShift(page: Page, title: string): Promise<number> {
  const link = page.getByRole('link', { name: title, exact: true }).first()
  await expect(link).toBeFocused()
  return link.evaluate(
    (element) =>
      (element.closest('article')?.getBoundingClientRect().top ?? 0) - (window.lastTop ?? 0),
  )
}

for (const width of [390, 1440]) {
  for (const edge of ['top', 'bottom'] as const) {
    for (const way of ['the browser', 'u'] as const) {
      test(`${width} px: a row cut by the ${edge} comes back to its place by ${way}`, async ({
        page,
      }) => {
        await page.setViewportSize({ width, height: 800 })
        await page.goto('./')
        await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
        await page.mouse.move(width / 2, 400)
        for (const step of [333, 517, 61]) await page.mouse.wheel(0, step)
        await expect.poll(() => page.evaluate(() => scrollY)).toBe(911)
        const title = await openCutRow(page, edge)
        if (way === 'u') await page.keyboard.press('u')
        else await page.goBack()
        expect(Math.abs(await readShift(page, title))).toBeLessThanOrEqual(1)
      })
    }
  }
}

test('a row clicked while the list is still moving comes back to where it was last seen', async ({
  page,
}) => {
  await page.goto('./')
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
  await followClickedRow(page)
  const title = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const clickOnTheWay = () => {
          if (scrollY < 200) {
            requestAnimationFrame(clickOnTheWay)
            return
          }
          const links = [...document.querySelectorAll<HTMLAnchorElement>('main article a')]
          const link = links.find((candidate) => candidate.getBoundingClientRect().top > 400)
          // As a mouse press does.
          link?.focus({ preventScroll: true })
          link?.click()
          resolve(link?.textContent ?? '')
        }
        scrollTo({ top: 900, behavior: 'smooth' })
        clickOnTheWay()
      }),
  )
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await page.goBack()
  expect(Math.abs(await readShift(page, title))).toBeLessThanOrEqual(1)
})
