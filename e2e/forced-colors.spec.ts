import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

/** How each choice of a group looks, and which is chosen. The words beside a radio button show its state. */
function readLooks(group: Locator) {
  return group.getByRole('radio').evaluateAll((radios) =>
    radios.map((radio) => {
      const words = radio.nextElementSibling ?? radio
      const { color, backgroundColor, borderBlockEndColor } = getComputedStyle(words)
      const isChosen = radio instanceof HTMLInputElement && radio.checked
      return { isChosen, look: [color, backgroundColor, borderBlockEndColor].join() }
    }),
  )
}

async function expectChosenToDiffer(group: Locator): Promise<void> {
  await expect(group.first()).toBeVisible()
  const looks = await readLooks(group.first())
  const chosen = looks.filter(({ isChosen }) => isChosen).map(({ look }) => look)
  const others = looks.filter(({ isChosen }) => !isChosen).map(({ look }) => look)
  expect(chosen).toHaveLength(1)
  expect(others.length).toBeGreaterThan(0)
  expect(others).not.toContain(chosen[0])
}

function groupOf(page: Page, name: string): Locator {
  return page.getByRole('group', { name })
}

test.use({ forcedColors: 'active' })

for (const colorScheme of ['light', 'dark'] as const) {
  test(`forced ${colorScheme} colours show what is chosen`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto('./?q=tea')
    await expectChosenToDiffer(groupOf(page, 'Order'))
    await page.getByRole('link', { name: 'Over time' }).click()
    await expectChosenToDiffer(groupOf(page, 'View'))
    await page.getByRole('button', { name: 'Settings' }).click()
    for (const name of ['Theme', 'Typeface', 'Rows', 'Straight right edge']) {
      await expectChosenToDiffer(groupOf(page, name))
    }
  })

  test(`forced ${colorScheme} colours show the focus in the search field`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto('./')
    await page.keyboard.press('/')
    const outline = await page
      .getByRole('searchbox', { name: 'Search' })
      .evaluate((field) => getComputedStyle(field.closest('form') ?? field).outlineStyle)
    expect(outline).toBe('solid')
  })
}
