import type { Page } from '@playwright/test'
import { expectNoFindings, expectNoSidewaysScroll } from './axe.ts'
import { expect, test } from './fixtures.ts'

function rows(page: Page) {
  return page.getByRole('main').getByRole('article')
}

async function openCalendar(page: Page): Promise<void> {
  await page.goto('./')
  await page.getByRole('link', { name: 'Calendar' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Calendar' })).toBeVisible()
}

test('leads from the timeline to any day by keyboard and back to the same place', async ({
  page,
}) => {
  await page.goto('./?kind=article')
  await expect(rows(page).first()).toBeVisible()
  await page.keyboard.press('g')
  await expect(page).toHaveURL(/calendar\?kind=article/)
  await expect(page.getByRole('heading', { level: 1, name: 'Calendar' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Remove Kind/ })).toBeVisible()

  const year = page.getByRole('slider').last()
  await year.focus()
  const day = (await year.getAttribute('aria-valuetext')) ?? ''
  await page.keyboard.press('ArrowLeft')
  await expect(year).not.toHaveAttribute('aria-valuetext', day)
  await page.keyboard.press('ArrowRight')
  await expect(year).toHaveAttribute('aria-valuetext', day)
  await page.keyboard.press('Enter')

  const [name = ''] = day.split(' · ')
  await expect(page).toHaveURL(/\/\?kind=article&from=(\d{4}-\d\d-\d\d)&to=\1$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Article · ${name}`)
  await expect(page).toHaveTitle(new RegExp(`^Article · ${name} · `))
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Article · ${name}`)

  await page.getByRole('link', { name: 'Show in the whole list' }).click()
  await expect(page).toHaveURL(/\/\?kind=article$/)
  await expect(page.getByRole('heading', { name }).first()).toBeVisible()
  const link = rows(page).getByRole('link').and(page.locator(':focus'))
  await expect(link).toHaveCount(1)
  const title = (await link.textContent()) ?? ''
  const before = await link.boundingBox()
  await page.reload()
  const back = page.getByRole('link', { name: title, exact: true }).first()
  await expect(back).toBeFocused()
  const after = await back.boundingBox()
  expect(Math.abs((after?.y ?? -999) - (before?.y ?? 0))).toBeLessThanOrEqual(1)
})

test('shows the same numbers as a table whose months open the timeline', async ({ page }) => {
  await openCalendar(page)
  await page.getByText('Table', { exact: true }).click()
  await expect(page).toHaveURL(/form=table/)
  const month = page.getByRole('table').getByRole('button').first()
  const [name = '', count = ''] = ((await month.getAttribute('aria-label')) ?? '').split(' · ')
  await month.click()
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /posts?$/ })).toHaveText(
    new RegExp(`^${count} post`),
  )
})

for (const width of [390, 1440]) {
  test(`${width} px: a year has an address, and leads to those around it and to the calendar`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    await openCalendar(page)
    const heading = page.getByRole('heading', { level: 1 })
    await page.getByRole('button', { name: /^2024 · / }).click()
    await expect(page).toHaveURL(/\?from=2024-01-01&to=2024-12-31$/)
    await expect(heading).toHaveText('2024')
    await page.getByRole('link', { name: '2025', exact: true }).click()
    await expect(heading).toHaveText('2025')
    await page.goBack()
    await expect(heading).toHaveText('2024')
    await page.getByRole('link', { name: 'Calendar' }).click()
    await expect(page).toHaveURL(/\/calendar$/)
    await page.getByLabel('Go to').fill('2021-05-05')
    await page.getByRole('button', { name: 'Go', exact: true }).press('Enter')
    await expect(heading).toHaveText('5 May 2021')
    await expect(page.getByText('No posts match these filters.')).toBeVisible()
    await page.getByRole('toolbar', { name: 'Nearby dates' }).getByRole('link').first().click()
    await expect(heading).toHaveText(/April 2021$/)
    await expect(rows(page).first()).toBeVisible()
  })
}

for (const width of [390, 1440]) {
  test(`${width} px: axe finds no violations in the calendar in any of three themes`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    await openCalendar(page)
    for (const form of ['Days', 'Table']) {
      await page.getByText(form, { exact: true }).click()
      await expectNoFindings(page)
      await expectNoSidewaysScroll(page)
    }
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('the first touch of a day names it, the second opens it', async ({ page }) => {
    await openCalendar(page)
    const year = page.getByRole('region', { name: /^\d{4} ·/ }).first()
    await expect(year.getByText(/^[A-Z][a-z]+ · \d+$/).first()).toBeVisible()
    await expect(year.getByText('Mon', { exact: true }).first()).toBeVisible()
    const slider = year.getByRole('slider')
    const [day = ''] = ((await slider.getAttribute('aria-valuetext')) ?? '').split(' · ')
    const [date = '', month = ''] = day.split(' ')
    const leaf = year.locator('div', { hasText: new RegExp(`^${month.slice(0, 3)} · `) }).last()
    const map = leaf.locator('svg')
    await map.scrollIntoViewIfNeeded()
    const box = await map.boundingBox()
    const side = (box?.width ?? 0) / 7
    expect(side).toBeGreaterThanOrEqual(24)
    const weekday = (new Date(`${date} ${month} ${day.slice(-4)} UTC`).getUTCDay() + 6) % 7
    const first = (new Date(`1 ${month} ${day.slice(-4)} UTC`).getUTCDay() + 6) % 7
    const row = Math.floor((first + Number(date) - 1) / 7)
    const touch = () =>
      page.touchscreen.tap(
        (box?.x ?? 0) + (weekday + 0.5) * side,
        (box?.y ?? 0) + (row + 0.5) * side,
      )
    const address = page.url()
    await touch()
    await expect(year.getByRole('status')).toContainText(day)
    await expect(year.getByRole('button', { name: 'Go', exact: true })).toBeInViewport()
    expect(page.url()).toBe(address)
    await touch()
    await expect(page.getByRole('heading', { name: day }).first()).toBeVisible()
  })

  test('the bar at the bottom has the same entries in the same places everywhere', async ({
    page,
  }) => {
    await page.goto('./')
    const bar = page.getByRole('navigation', { name: 'Main' })
    const readPlaces = () =>
      bar
        .locator('a, button')
        .evaluateAll((entries) =>
          entries.map((entry) => ({ name: entry.textContent, x: entry.getBoundingClientRect().x })),
        )
    const places = await readPlaces()
    await page.getByRole('link', { name: 'Calendar' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Calendar' })).toBeVisible()
    expect(await readPlaces()).toEqual(places)
    await page.goBack()
    await rows(page).getByRole('link').first().click()
    await expect(page.getByRole('button', { name: 'Copy…' })).toBeVisible()
    expect(await readPlaces()).toEqual(places)
    await bar.getByRole('button', { name: 'Filters' }).click()
    await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible()
    await expect(page).toHaveURL(/\/$/)
  })
})

test('a wide screen names months above the days and weekdays beside them', async ({ page }) => {
  await openCalendar(page)
  const year = page.getByRole('region', { name: /^\d{4} ·/ }).first()
  await expect(year.getByText('Sept', { exact: true })).toBeVisible()
  await expect(year.getByText('Mon', { exact: true })).toBeVisible()
})
