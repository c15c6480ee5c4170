import { expect, test as base } from '@playwright/test'
import { findWebKit } from '../../scripts/engines.ts'
import { sites } from '../sites.ts'
import { describeJourneys } from './journeys.ts'
import { capabilities, startWebKit } from './start-webkit.ts'
import type { Walker } from './walker.ts'
import { toWalker } from './webdriver-walker.ts'
import { openSession, type WebDriverSession } from './webdriver.ts'

const programs = findWebKit()

const test = base.extend<{ walker: Walker }, { session: WebDriverSession | undefined }>({
  // One for all journeys: a window that opens while another one closes may never answer.
  session: [
    // Playwright reads from the pattern what a fixture needs; this one needs nothing.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      const webkit = programs === undefined ? undefined : await startWebKit(programs)
      const session = webkit && (await openSession(webkit.address, capabilities))
      await session?.send('POST', '/window/rect', { x: 0, y: 0, width: 1440, height: 940 })
      await provide(session)
      await session?.send('DELETE', '')
      await webkit?.stop()
    },
    { scope: 'worker' },
  ],
  walker: async ({ session }, provide) => {
    if (session === undefined) throw new Error('a journey without WebKit is skipped')
    const walker = toWalker(session, sites.examples)
    await walker.open('./about')
    await walker.read(() => {
      localStorage.clear()
      sessionStorage.clear()
    })
    await provide(walker)
    expect(await walker.complaints()).toEqual([])
  },
})

test.describe('WebKit', () => {
  test.skip(programs === undefined, 'WebKit’s driver or Xvfb is not installed here')
  describeJourneys(test)
})
