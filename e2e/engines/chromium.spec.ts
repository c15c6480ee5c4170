import { test as base } from '../fixtures.ts'
import { describeJourneys } from './journeys.ts'
import { toWalker } from './playwright-walker.ts'
import type { Walker } from './walker.ts'

const test = base.extend<{ walker: Walker }>({
  walker: async ({ page }, provide) => provide(toWalker(page)),
})

test.describe('Chromium', () => describeJourneys(test))
