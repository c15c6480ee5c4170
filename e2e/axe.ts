import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'

async function listFindings(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

/** Expects no axe violations in the open page: by all rules first, then by the colour rules in the other themes. */
export async function expectNoFindings(page: Page): Promise<void> {
  // axe is half a megabyte of script: a document without frames needs it once.
  const isLoaded = page.frames().length === 1 && (await page.evaluate(() => 'axe' in window))
  // Legacy mode: without frames of other hosts no extra page is needed to merge the results. Passed rules are not
  // reported.
  const newBuilder = (isLoaded: boolean) =>
    new AxeBuilder({ page, ...(isLoaded ? { axeSource: 'void axe' } : {}) })
      .options({ resultTypes: ['violations'] })
      .setLegacyMode()
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  expect(await listFindings(newBuilder(isLoaded).withTags(tags))).toEqual([])
  const toTheme = (theme: string) =>
    page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name
    }, theme)
  for (const theme of ['dark', 'sepia']) {
    await toTheme(theme)
    const colours = newBuilder(true).withRules(['color-contrast', 'link-in-text-block'])
    expect(await listFindings(colours), theme).toEqual([])
  }
  await toTheme('light')
}

/** Expects nothing to be wider than the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }))
  expect(scroll).toBeLessThanOrEqual(client)
}
