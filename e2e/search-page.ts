import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/** Matches the addresses of the index's blocks, but not of its root. */
export const blockAddress = /\/data\/search\/[a-z2-7]{26}\/\d+\.bin$/

/** The search field. */
export const field = (page: Page) => page.getByRole('search').getByRole('searchbox')

/** The rows of the timeline. */
export const rows = (page: Page) => page.getByRole('main').getByRole('article')

/** The text that says how many posts the list holds. */
export const count = (page: Page) => page.getByRole('main').getByRole('status').first()

/** The marked hits in the rows. */
export const marks = (page: Page) => rows(page).locator('mark')

/** The bar that steps from hit to hit in an opened article. */
export const hitBar = (page: Page) => page.getByRole('region', { name: 'Hits in this article' })

/** Opens the timeline and types into the search field. */
export async function searchFor(page: Page, text: string): Promise<void> {
  await page.goto('./')
  await expect(rows(page).first()).toBeVisible()
  await page.keyboard.press('/')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type(text)
}
