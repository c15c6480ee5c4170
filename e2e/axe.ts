import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'

async function listFindings(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

/** Axe finds nothing in what is open: by all rules, then in the other themes by those that look at colours. */
export async function expectNoFindings(page: Page): Promise<void> {
  // Pages without frames of other hosts need no page of their own to put the results together; what was found to be right is not told.
  const newBuilder = () =>
    new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  expect(await listFindings(newBuilder().withTags(tags))).toEqual([])
  const toTheme = (theme: string) =>
    page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name
    }, theme)
  for (const theme of ['dark', 'sepia']) {
    await toTheme(theme)
    const colours = newBuilder().withRules(['color-contrast', 'link-in-text-block'])
    expect(await listFindings(colours), theme).toEqual([])
  }
  await toTheme('light')
}

/** Nothing is wider than the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }))
  expect(scroll).toBeLessThanOrEqual(client)
}
