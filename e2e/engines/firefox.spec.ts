import { findFirefox } from '../../scripts/engines.ts'
import { expect, test as base } from '../fixtures.ts'
import { firefoxOptions } from './firefox-options.ts'
import { toFileAddress, walkLifeboat, writeLifeboat } from '../lifeboat.ts'
import { describeJourneys } from './journeys.ts'
import { toWalker } from './playwright-walker.ts'
import type { Walker } from './walker.ts'

const test = base.extend<{ walker: Walker }>({
  walker: async ({ page }, provide) => provide(toWalker(page)),
})

test.use(firefoxOptions())
test.describe('Firefox', () => {
  test.skip(findFirefox() === undefined, 'Firefox is not installed here')
  describeJourneys(test)

  test('asks for each file of the first view once', async ({ page }) => {
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('.json')) asked.push(new URL(request.url()).pathname)
    })
    await page.goto('./')
    await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
    await page.waitForLoadState('networkidle')
    expect(asked.length).toBeGreaterThan(0)
    expect(asked).toEqual([...new Set(asked)])
  })

  test('a lifeboat opens from disk, and is read, filtered and searched without a request', async ({
    page,
  }) => {
    const path = test.info().outputPath('examples.html')
    writeLifeboat(path)
    await walkLifeboat(page, toFileAddress(path))
  })
})
