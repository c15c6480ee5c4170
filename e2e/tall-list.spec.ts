import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { sites } from './sites.ts'
import { tallRows, toNewestOfDay, toTallTitle } from './tall-site.ts'

// A list about twice as tall as its track of 6,000,000 pixels.

/** Ordinals of the visible rows; `NaN` for a row whose text has not arrived. */
async function readVisible(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const seen = [...document.querySelectorAll('main article')].filter((row) => {
      const { top, bottom } = row.getBoundingClientRect()
      return bottom > 0 && top < innerHeight
    })
    return seen.map((row) => Number(/Post (\d+)/.exec(row.textContent)?.[1] ?? Number.NaN))
  })
}

async function expectNewestFirst(page: Page): Promise<number[]> {
  await expect.poll(async () => (await readVisible(page)).length).toBeGreaterThan(3)
  await expect.poll(async () => (await readVisible(page)).some(Number.isNaN)).toBe(false)
  const visible = await readVisible(page)
  expect(visible).toEqual(visible.map((_, at) => (visible[0] ?? 0) - at))
  return visible
}

function titleOf(page: Page, ordinal: number): Locator {
  return page.getByRole('link', { name: toTallTitle(ordinal), exact: true })
}

/**
 * Waits until the list has corrected the scroll bar, which it does when scrolling ends. The rows must not move by it.
 */
async function waitForStillness(row: Locator): Promise<void> {
  await row.evaluate(
    (element) =>
      new Promise<void>((resolve) => {
        let [last, still] = [Number.NaN, 0]
        const look = () => {
          const { top } = element.getBoundingClientRect()
          still = top === last ? still + 1 : 0
          last = top
          if (still < 30) requestAnimationFrame(look)
          else resolve()
        }
        look()
      }),
  )
}

test.use({ baseURL: sites.tall })

test.beforeEach(async ({ page }) => {
  await page.goto('./')
  await expect(titleOf(page, tallRows - 1)).toBeVisible()
})

test('End and Home reach the very ends', async ({ page }) => {
  await page.keyboard.press('End')
  await expect(titleOf(page, 0)).toBeInViewport()
  await expectNewestFirst(page)
  await page.keyboard.press('Home')
  await expect(titleOf(page, tallRows - 1)).toBeInViewport()
  await expectNewestFirst(page)
})

test('dragging the scroll bar moves through the list in proportion', async ({ page }) => {
  for (const part of [0.25, 0.5, 0.9]) {
    await page.evaluate((to) => {
      scrollTo(0, to * document.documentElement.scrollHeight)
    }, part)
    await expect
      .poll(async () => Math.abs(1 - ((await readVisible(page))[0] ?? 0) / tallRows - part))
      .toBeLessThan(0.12)
    await expectNewestFirst(page)
  }
})

test('the wheel scrolls by exact pixels from anywhere in the list', async ({ page }) => {
  await page.evaluate(() => {
    scrollTo(0, document.documentElement.scrollHeight / 2)
  })
  const [first = 0] = await expectNewestFirst(page)
  const row = titleOf(page, first - 3)
  const before = await row.boundingBox()
  await page.mouse.move(700, 500)
  await page.mouse.wheel(0, 137)
  await expect
    .poll(async () => Math.round((before?.y ?? 0) - ((await row.boundingBox())?.y ?? 0)))
    .toBe(137)
})

interface Jump {
  to: string
  /** The newest day of the chosen period: the timeline opens there. */
  day: string
  heading: string
  follow: (page: Page) => Promise<void>
}

const jumps: Jump[] = [
  {
    to: 'a day',
    day: '2012-03-14',
    heading: '14 March 2012',
    follow: async (page) => {
      await page.getByLabel('Go to').fill('2012-03-14')
      await page.getByRole('button', { name: 'Go', exact: true }).click()
    },
  },
  {
    to: 'a month',
    day: '2011-09-30',
    heading: '30 September 2011',
    follow: async (page) => {
      await page.getByText('Table', { exact: true }).click()
      await page.getByRole('button', { name: /^September 2011/ }).click()
    },
  },
  {
    to: 'a year',
    day: '2010-12-31',
    heading: '31 December 2010',
    follow: async (page) => {
      await page.getByRole('heading', { name: /^2010/ }).getByRole('button').click()
    },
  },
]

for (const { to, day, heading, follow } of jumps) {
  test(`the calendar leads to ${to}`, async ({ page }) => {
    await page.keyboard.press('g')
    await expect(page.getByRole('heading', { level: 1, name: 'Calendar' })).toBeVisible()
    await follow(page)
    await expect(page.getByRole('heading', { level: 3, name: heading })).toBeInViewport()
    await expect(titleOf(page, toNewestOfDay(day))).toBeInViewport()
    await page.getByRole('link', { name: 'Show in the whole list' }).click()
    await expect(page.getByRole('heading', { level: 3, name: heading })).toBeInViewport()
    await expect(titleOf(page, toNewestOfDay(day))).toBeFocused()
    await expect(titleOf(page, toNewestOfDay(day))).toBeInViewport()
    await expectNewestFirst(page)
  })
}

test('headings and counts are shown before any of their rows has arrived', async ({ page }) => {
  const shards = '**/data/timeline/**'
  await page.route(shards, () => {})
  await page.keyboard.press('g')
  await page.getByRole('heading', { name: /^2011/ }).getByRole('button').click()
  const heading = page.getByRole('heading', { level: 3, name: /31 December 2011 · 40/ })
  await expect(heading).toBeInViewport()
  await expect(page.getByRole('article').first()).toHaveAttribute('aria-busy', 'true')
  // Releases the requests that were held.
  await page.unroute(shards)
  await expect(titleOf(page, toNewestOfDay('2011-12-31'))).toBeInViewport()
  await expect(heading).toBeInViewport()
})

test('row 100,000 comes back to the same place, after its article and after a reload', async ({
  page,
}) => {
  await page.evaluate(() => {
    scrollTo(0, 0.82 * document.documentElement.scrollHeight)
  })
  const [first = 0] = await expectNewestFirst(page)
  expect(tallRows - first).toBeGreaterThan(95_000)
  await page.mouse.move(700, 500)
  await page.mouse.wheel(0, 61)
  const row = titleOf(page, first - 4)
  await expect(row).toBeInViewport()
  await waitForStillness(row)
  const before = await row.boundingBox()
  await row.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(toTallTitle(first - 4))
  await page.goBack()
  await expect(row).toBeFocused()
  expect(Math.abs(((await row.boundingBox())?.y ?? -999) - (before?.y ?? 0))).toBeLessThanOrEqual(1)
  await page.reload()
  await expect(row).toBeInViewport()
  expect(Math.abs(((await row.boundingBox())?.y ?? -999) - (before?.y ?? 0))).toBeLessThanOrEqual(1)
})

test('rows come back to their place after a reload alone, and stay there', async ({ page }) => {
  await page.evaluate(() => {
    scrollTo(0, 0.82 * document.documentElement.scrollHeight)
  })
  const [first = 0] = await expectNewestFirst(page)
  await page.mouse.move(700, 500)
  await page.mouse.wheel(0, 61)
  const row = titleOf(page, first - 2)
  await waitForStillness(row)
  const before = await row.boundingBox()
  await page.reload()
  await expect(row).toBeInViewport()
  await waitForStillness(row)
  expect(Math.abs(((await row.boundingBox())?.y ?? -999) - (before?.y ?? 0))).toBeLessThanOrEqual(1)
})
