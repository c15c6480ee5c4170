import { EventEmitter, once } from 'node:events'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

/** Delays the manifest: until the returned function releases it, the page shows its prerendered content. */
async function holdReader(page: Page): Promise<() => void> {
  const gate = new EventEmitter()
  const held = once(gate, 'open')
  await page.route('**/manifest.json', async (route) => {
    await held
    await route.continue()
  })
  return () => {
    gate.emit('open')
  }
}

/** Adds up the layout shifts of the page from the start. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const shifts = { sum: 0 }
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.sum += Number(Object(entry).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return () => page.evaluate(() => Number(Object(window).shifts.sum))
}

const newest = 'The year the gulls unionised'

for (const { name, viewport } of [
  { name: 'a wide screen', viewport: { width: 1440, height: 900 } },
  { name: 'a narrow screen', viewport: { width: 390, height: 844 } },
]) {
  test(`on ${name} the reader puts its rows exactly where the prerendered ones were`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport)
    const release = await holdReader(page)
    const sumShifts = await watchShifts(page)
    await page.goto('./', { waitUntil: 'commit' })
    const row = page.getByRole('article').filter({ hasText: newest })
    await expect(row).toBeVisible()
    const before = await row.boundingBox()
    release()
    await expect(page.getByRole('radio', { name: 'Newest first' })).toBeAttached()
    await expect(row).toBeVisible()
    expect(await row.boundingBox()).toEqual(before)
    expect(await sumShifts()).toBe(0)
  })
}

test('an address with a filter shows none of the prerendered rows', async ({ page }) => {
  const release = await holdReader(page)
  await page.goto('./?tag=茶园', { waitUntil: 'commit' })
  const first = page.getByText(newest)
  await expect(first).toBeAttached()
  await expect(first).toBeHidden()
  release()
  await expect(page.getByText('4 posts')).toBeVisible()
  await expect(first).not.toBeAttached()
})

test('the address of a list without JavaScript opens the same list in the reader', async ({
  page,
}) => {
  const response = await page.request.get('./browse/')
  const [, path = ''] = /href="\/(browse\/tag\/birds-\w+\/)"/.exec(await response.text()) ?? []
  await page.goto(`./${path}`)
  await expect(page).toHaveURL(/\/\?tag=birds$/)
  await expect(page.getByText('3 posts')).toBeVisible()
  await page.goto('./browse/month/2024-05/')
  await expect(page).toHaveURL(/\/\?from=2024-05-01&to=2024-05-31$/)
  await expect(page.getByText('16 posts')).toBeVisible()
})
