import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures.ts'

test('walks the whole reader by keyboard alone', async ({ page }) => {
  await page.goto('./')
  const links = page.getByRole('main').getByRole('article').getByRole('link')
  await expect(links.first()).toBeVisible()

  await page.keyboard.press('j')
  await expect(links.nth(0)).toBeFocused()
  await page.keyboard.press('j')
  await expect(links.nth(1)).toBeFocused()
  await page.keyboard.press('k')
  await expect(links.nth(0)).toBeFocused()
  const first = await links.nth(0).textContent()
  const second = await links.nth(1).textContent()

  await page.keyboard.press('Enter')
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText(first ?? '')
  await page.keyboard.press('n')
  await expect(heading).toHaveText(second ?? '')
  await page.keyboard.press('p')
  await expect(heading).toHaveText(first ?? '')
  await page.keyboard.press('u')
  await expect(links.nth(0)).toBeFocused()

  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(help).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()

  const theme = () => page.evaluate(() => document.documentElement.dataset['theme'])
  const before = await theme()
  await page.keyboard.press('t')
  await expect.poll(theme).not.toBe(before)

  await page.keyboard.press('f')
  const filter = page.getByRole('complementary', { name: 'Filters' })
  await expect(filter.locator(':focus')).toHaveCount(1)
})

test('typing into a field triggers no shortcut', async ({ page }) => {
  await page.goto('./')
  const filter = page.getByRole('complementary', { name: 'Filters' })
  await filter
    .getByRole('button', { name: /^Show all/ })
    .first()
    .click()
  const search = filter.getByRole('searchbox').first()
  await search.fill('')
  await search.pressSequentially('jt?')
  await expect(search).toHaveValue('jt?')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('keys work by their place on a layout without Latin letters, and with Caps Lock', async ({
  page,
}) => {
  await page.goto('./')
  const links = page.getByRole('main').getByRole('article').getByRole('link')
  await expect(links.first()).toBeVisible()
  const press = (key: string, code: string, more: { isComposing?: boolean } = {}) =>
    page.evaluate(
      (event) => {
        const target = document.activeElement ?? document.body
        target.dispatchEvent(new KeyboardEvent('keydown', { ...event, bubbles: true }))
      },
      { key, code, ...more },
    )
  await press('о', 'KeyJ')
  await expect(links.nth(0)).toBeFocused()
  await press('ㅓ', 'KeyJ')
  await expect(links.nth(1)).toBeFocused()
  await press('J', 'KeyJ')
  await expect(links.nth(2)).toBeFocused()
  // Composed text is for its field, whatever key it comes from.
  await press('ㅓ', 'KeyJ', { isComposing: true })
  await expect(links.nth(2)).toBeFocused()
  await press('л', 'KeyK')
  await expect(links.nth(1)).toBeFocused()
})

test('skip links lead to the list and to the filter', async ({ page }) => {
  await page.goto('./')
  const links = page.getByRole('main').getByRole('article').getByRole('link')
  await expect(links.first()).toBeVisible()
  const address = page.url()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the list' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(links.first()).toBeFocused()
  await page.reload()
  await expect(links.first()).toBeVisible()
  await page.getByRole('link', { name: 'Skip to filters' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Filters' })).toBeFocused()
  await page.keyboard.press('Tab')
  const filter = page.getByRole('complementary', { name: 'Filters' })
  await expect(filter.locator(':focus')).toHaveCount(1)
  expect(page.url()).toBe(address)
})

const isFocused = (place: Locator) => place.evaluate((element) => element.matches(':focus'))

test('the first post is within six steps of Tab, and arrow keys move within the bars', async ({
  page,
}) => {
  const first = page.getByRole('main').getByRole('article').getByRole('link').first()
  const bar = page.getByRole('toolbar', { name: 'List' })
  const narrowed = ['./?year=2024&lang=en', './?from=2024-01-01&to=2024-12-31', './?q=tide+lang:en']
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    for (const list of [...narrowed, './?sort=oldest', './']) {
      await page.goto(list)
      await expect(first).toBeVisible()
      const passed: string[] = []
      while (passed.length < 6 && !(await isFocused(first))) {
        await page.keyboard.press('Tab')
        passed.push(await page.evaluate(() => document.activeElement?.textContent ?? ''))
      }
      await expect(first, `${width} ${list}: ${passed.join(', ')}`).toBeFocused()
      await page.keyboard.press('Shift+Tab')
      if (list === './?sort=oldest')
        await expect(bar.getByRole('link', { name: 'Calendar' })).toBeFocused()
    }
  }

  // The front door is one stop with the bar of its list.
  const door = page.getByRole('toolbar', { name: 'Years, sources, topics' })
  await expect(door.getByRole('link', { name: '2026: 3 posts' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(door.getByRole('link', { name: '2025: 2 posts' })).toBeFocused()
  await page.keyboard.press('End')
  const oldest = bar.getByRole('radio', { name: 'Oldest first' })
  await expect(oldest).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  const newest = bar.getByRole('radio', { name: 'Newest first' })
  await expect(newest).toBeFocused()
  await page.keyboard.press('End')
  await expect(newest).toBeChecked()
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/sort=oldest/)
  await expect(oldest).toBeFocused()

  await page.keyboard.press('Shift+Tab')
  const main = page.getByRole('toolbar', { name: 'Main' })
  await expect(main.getByRole('link', { name: 'Timeline' })).toBeFocused()
  for (const name of ['Saved', 'About', 'Settings', 'Keyboard shortcuts', 'Timeline']) {
    await page.keyboard.press('ArrowRight')
    await expect(main.locator(':focus')).toHaveAccessibleName(name)
  }
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused()
})

test('the first post comes before the filter in the order of Tab', async ({ page }) => {
  await page.goto('./')
  const links = page.getByRole('main').getByRole('article').getByRole('link')
  await expect(links.first()).toBeVisible()
  await page.getByRole('radio', { name: 'Newest first' }).focus()
  await page.keyboard.press('Tab')
  await expect(links.first()).toBeFocused()
})

test('the keys are listed behind a button in sight', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('banner').getByRole('button', { name: 'Keyboard shortcuts' }).click()
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
})

for (const [key, height] of [
  ['Tab', 900],
  ['Tab', 400],
  ['Escape', 900],
] as const) {
  test(`${key} in the empty search field closes the hint below it in a window of ${height} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1440, height })
    await page.addInitScript(() => localStorage.setItem('broadsheet.searches', '["tea","lamp"]'))
    await page.goto('./')
    await page.keyboard.press('/')
    const recent = page.getByRole('list', { name: 'Recent searches' })
    await expect(recent).toBeVisible()
    await page.keyboard.press(key)
    await expect(recent).toBeHidden()
    await expect(page.getByRole('searchbox', { name: 'Search' })).not.toBeFocused()
  })
}

test('a hint that arrives after the field was left stays closed', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('broadsheet.searches', '["tea"]'))
  await page.goto('./')
  const loaded = page.waitForResponse(/search-as-you-type/)
  await page.evaluate(() => {
    const field = document.querySelector('input[type=search]')
    if (field instanceof HTMLInputElement) {
      field.focus()
      field.blur()
    }
  })
  await (await loaded).finished()
  await page.getByRole('link', { name: 'Calendar' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Calendar' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Recent searches' })).toBeHidden()
})
