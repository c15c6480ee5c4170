import { findFirefox } from '../../scripts/engines.ts'
import { test as base } from '../fixtures.ts'
import { firefoxOptions } from './firefox-options.ts'
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
})
