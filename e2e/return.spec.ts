import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

declare global {
  interface Window {
    /** Where the clicked row was last seen before its article came. */
    lastTop?: number
  }
}

/** Clicks the row that is cut by an edge of the window, and notes, frame by frame, where it is until it is gone. */
async function openCutRow(page: Page, edge: 'top' | 'bottom'): Promise<string> {
  const row = await page.evaluate((at) => {
    const bar = innerWidth < 1100 ? 60 : 0
    const line = at === 'top' ? 50 : innerHeight - bar - 4
    const links = [...document.querySelectorAll('main article a')]
    const link = links.find((candidate) => {
      const box = candidate.closest('article')?.getBoundingClientRect()
      return box !== undefined && box.top < line && box.bottom > line
    })
    const box = link?.closest('article')?.getBoundingClientRect()
    if (link === undefined || box === undefined) return undefined
    const note = () => {
      const now = link.closest('article')
      if (!link.isConnected || now === null) return
      window.lastTop = now.getBoundingClientRect().top
      requestAnimationFrame(note)
    }
    note()
    return { x: box.left + 120, y: line, title: link.textContent }
  }, edge)
  if (row === undefined) throw new Error(`no row is cut by the ${edge} edge`)
  await page.mouse.click(row.x, row.y)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(row.title)
  return row.title
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

test('a row that is clicked while the list still moves comes back to where it was last seen', async ({
  page,
}) => {
  await page.goto('./')
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
  await page.evaluate(() => {
    scrollTo({ top: 900, behavior: 'smooth' })
  })
  await page.waitForFunction(() => scrollY > 200)
  const title = await openCutRow(page, 'bottom')
  await page.goBack()
  expect(Math.abs(await readShift(page, title))).toBeLessThanOrEqual(1)
})
