import type { Page, Request } from '@playwright/test'
import { expect, test } from './fixtures.ts'

/** Largest layout shift that goes unnoticed; the controls of the browser's own media players account for some. */
const largestShift = 0.01

interface Watched {
  /** Sum of the layout shifts that the browser reports. */
  shift: number
  /** Frames drawn without an article after one had been shown. */
  empty: number
  /** Offsets of the article's parts from the top of the page: a new list whenever one of them changes. */
  places: string[][]
}

declare global {
  interface Window {
    watched: Watched
  }
}

/** Watches every frame from the first one on. Returns the requests for data, filled in as they come. */
async function watch(page: Page): Promise<Request[]> {
  await page.addInitScript(() => {
    const watched: Watched = { shift: 0, empty: 0, places: [] }
    window.watched = watched
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        watched.shift += 'value' in entry ? Number(entry.value) : 0
      }
    }).observe({ type: 'layout-shift', buffered: true })
    const look = () => {
      const article = document.querySelector('article')
      if (article === null) watched.empty += watched.places.length > 0 ? 1 : 0
      else {
        const parts = article.querySelectorAll(
          'h1, .article-times, .article-text, .article-part > *, .article-footer',
        )
        const places = [...parts].map((part) =>
          String(Math.round(part.getBoundingClientRect().top + scrollY)),
        )
        if (watched.places.at(-1)?.join() !== places.join()) watched.places.push(places)
      }
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  const data: Request[] = []
  page.on('request', (request) => {
    if (request.url().includes('/data/')) data.push(request)
  })
  // Pictures of other hosts never arrive, so that only the reader itself can shift anything.
  await page.context().route(/\.example\//, () => undefined)
  return data
}

async function expectTakeover(page: Page): Promise<void> {
  await expect(page.getByRole('link', { name: 'Back to the list' })).toBeVisible()
}

/** Posts of the examples, each with what makes it special. */
const articles = [
  ['text', '2020-10-10-q4zjrcpz'],
  ['sound and film', '2015-05-09-iamq4qk2'],
  ['many paragraphs', '2025-01-19-sudrcu4v'],
  ['a video', '2024-05-11-lds46frn'],
] as const

for (const width of [1440, 390]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 900 }, locale: 'en-GB' })

    for (const [name, id] of articles) {
      test(`the reader takes over an article with ${name} without fetching, moving or hiding it`, async ({
        page,
      }) => {
        const data = await watch(page)
        await page.goto(`./posts/${id}/`)
        await expectTakeover(page)
        const { shift, empty, places } = await page.evaluate(() => window.watched)
        expect(data).toEqual([])
        expect(empty).toBe(0)
        expect(shift).toBeLessThan(largestShift)
        // The browser may draw the start of a page before the rest has arrived.
        const last = places.at(-1) ?? []
        expect(last).not.toEqual([])
        for (const earlier of places) expect(earlier).toEqual(last.slice(0, earlier.length))
      })
    }
  })
}

test('the neighbouring posts are fetched at the first sign of a reader', async ({ page }) => {
  const data = await watch(page)
  await page.goto('./posts/2020-10-10-q4zjrcpz/')
  await expectTakeover(page)
  expect(data).toEqual([])
  await page.keyboard.press('n')
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/^$/)
  await expect(page).not.toHaveURL(/q4zjrcpz/)
})

test('the scroll position stays when somebody has already begun to read', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 500 })
  await page.route(/\/manifest\.json/, async (route) => {
    await page.mouse.wheel(0, 300)
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(300)
    await route.continue()
  })
  await page.goto('./posts/2025-01-19-sudrcu4v/')
  await expectTakeover(page)
  expect(await page.evaluate(() => scrollY)).toBe(300)
})
