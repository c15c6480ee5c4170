import type { Page, Route } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { rows } from './search-page.ts'

const long = 'What we throw'
const pictures = /\.(?:png|jpe?g|webp|avif|gif)(?:\?|$)/
const clock = 'The clock that is always right twice'

async function openPost(page: Page, title: string): Promise<void> {
  await page.goto(`./?q=${encodeURIComponent(`title:"${title}"`)}&sort=oldest`)
  await rows(page).getByRole('link', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`^${title}`))
}

interface Line {
  words: string
  top: number
}

/** The first line of text in the window: its words and where it is. */
function readLine(page: Page): Promise<Line> {
  return page.evaluate(() => {
    const text = document.querySelector('.article-text')
    const walker = document.createTreeWalker(text ?? document, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { length } = node.textContent ?? ''
      for (let at = 0; at < length; at++) {
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const { top, bottom, height } = range.getBoundingClientRect()
        if (height === 0 || bottom <= 0) continue
        return { words: (node.textContent ?? '').slice(at, at + 24), top }
      }
    }
    throw new Error('no line of the article is in the window')
  })
}

/** Expects a line to be the first in the window, where it was. */
async function expectLine(page: Page, { words, top }: Line): Promise<void> {
  const measure = async () => {
    const line = await readLine(page).catch(() => undefined)
    return line?.words === words ? Math.abs(line.top - top) : Infinity
  }
  await expect.poll(measure).toBeLessThanOrEqual(1)
}

/** Scrolls as a reader does, so that some line of the text is cut by the window's edge. */
async function readOn(page: Page, by: number): Promise<Line> {
  await page.mouse.move(200, 150)
  const before = await page.evaluate(() => scrollY)
  await page.mouse.wheel(0, by)
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(before + by)
  return readLine(page)
}

/** Changes the fragment as somebody does who types it into the address, and waits until the entry is the reader's own. */
async function typeFragment(page: Page, fragment: string): Promise<void> {
  await page.evaluate((hash) => location.assign(hash), fragment)
  await expect.poll(() => page.evaluate(() => history.state !== null)).toBe(true)
}

for (const width of [390, 1440]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 320 } })

    test('Back, Forward and reload lead to the line that was read, also after n', async ({
      page,
    }) => {
      await openPost(page, long)
      const line = await readOn(page, 533)
      await page.goBack()
      await expect(rows(page).first()).toBeVisible()
      await page.goForward()
      await expectLine(page, line)
      await page.reload()
      await expectLine(page, line)

      await page.goto('./')
      const newest = 'The year the gulls unionised'
      await rows(page).getByRole('link', { name: newest }).click()
      const title = page.getByRole('heading', { level: 1 })
      await expect(title).toHaveText(newest)
      await page.keyboard.press('n')
      await expect(title).toHaveText('The comet, if the cloud allows')
      const other = await readOn(page, 211)
      await page.keyboard.press('n')
      await expect(title).not.toHaveText('The comet, if the cloud allows')
      const third = await title.textContent()
      await page.goBack()
      await expect(title).toHaveText('The comet, if the cloud allows')
      await expectLine(page, other)
      await page.goForward()
      await expect(title).toHaveText(third ?? '')
      await page.keyboard.press('u')
      await expect(page).toHaveURL(/\/$/)
      await expect(rows(page).first()).toBeVisible()
    })

    test('a jump has an address and an entry, and Back leads to where it started', async ({
      page,
    }) => {
      await openPost(page, clock)
      await readOn(page, 97)
      const article = page.getByRole('article')
      const link = article.getByRole('link', { name: '1', exact: true })
      await link.scrollIntoViewIfNeeded()
      const line = await readLine(page)
      await link.click()
      const note = article.getByRole('listitem').filter({ hasText: 'Minutes of the council' })
      await expect(note).toBeFocused()
      await expect(page).toHaveURL(/#user-content-fn1$/)
      await page.goBack()
      await expect(page).not.toHaveURL(/#/)
      await expectLine(page, line)
      await expect(link).toBeFocused()
      await page.goForward()
      await expect(note).toBeInViewport()

      await typeFragment(page, '#fnref1')
      await expect(article.locator('sup:focus')).toHaveText('1')
      await typeFragment(page, '#nowhere')
      await typeFragment(page, '#fn1')
      await expect(note).toBeFocused()
      await page.keyboard.press('u')
      await expect(page).toHaveURL(/\?q=/)
    })
  })
}

test('the line stays while pictures arrive late and when the width changes', async ({ page }) => {
  await page.setViewportSize({ width: 820, height: 320 })
  await openPost(page, long)
  const line = await readOn(page, 701)
  const held: Route[] = []
  let isHeld = true
  await page.route(pictures, async (route) => {
    if (isHeld) held.push(route)
    else await route.fallback()
  })
  await page.reload()
  await expectLine(page, line)
  const loads = page.evaluate(async () => {
    const images = [...document.querySelectorAll<HTMLImageElement>('.article-text img')]
    await Promise.all(images.map((image) => image.decode().catch(() => undefined)))
  })
  isHeld = false
  await Promise.all(held.map((route) => route.fallback()))
  await loads
  await expectLine(page, line)
  await page.setViewportSize({ width: 390, height: 320 })
  await expect.poll(async () => (await readLine(page)).words.slice(0, 3)).not.toBe('')
  const words = line.words.trim().split(' ').slice(0, 2).join(' ')
  await expect
    .poll(() =>
      page.evaluate((wanted) => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const at = (node.textContent ?? '').indexOf(wanted)
          if (at === -1) continue
          const range = document.createRange()
          range.setStart(node, at)
          range.setEnd(node, at + 1)
          return Math.abs(range.getBoundingClientRect().top)
        }
        return Infinity
      }, words),
    )
    .toBeLessThan(60)
})

test('an article opens where somebody stopped, in a new window of another width, until it is read to its end', async ({
  page,
  context,
}) => {
  await page.setViewportSize({ width: 1440, height: 320 })
  await openPost(page, long)
  await readOn(page, 733)
  const address = page.url()
  const door = await context.newPage()
  const offered = door.getByRole('region', { name: 'Continue reading' })
  const readSign = () => page.evaluate(() => localStorage.getItem('broadsheet.desk'))
  await expect.poll(readSign).not.toBeNull()
  await door.goto('./')
  await expect(offered.getByRole('link')).toHaveText(new RegExp(`^${long}`))

  const other = await context.newPage()
  await other.setViewportSize({ width: 390, height: 320 })
  await other.goto(address)
  await expect(other.getByText('Continued where you stopped.')).toBeVisible()
  const shown = await readLine(other)
  expect(Math.abs(shown.top)).toBeLessThanOrEqual(40)
  await other.getByRole('button', { name: 'To the top' }).click()
  await expect.poll(() => other.evaluate(() => scrollY)).toBe(0)

  await other.close()
  await page.keyboard.press('End')
  await expect(offered).toBeHidden()
})
