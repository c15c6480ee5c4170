import { test as base } from '../fixtures.ts'
import { describeJourneys } from './journeys.ts'
import { toWalker } from './playwright-walker.ts'
import type { Walker } from './walker.ts'

/** Takes away from a page what engines of the floor lack and the reader might reach for; a style cannot be taken away. */
function removeYoungNames(): void {
  const typed = Object.getPrototypeOf(Uint8Array.prototype)
  for (const list of [Array.prototype, typed]) {
    for (const name of ['toSorted', 'toReversed', 'toSpliced', 'with']) {
      Reflect.deleteProperty(list, name)
    }
  }
  const owners: [object, string[]][] = [
    [URL, ['canParse', 'parse']],
    [Intl, ['Segmenter']],
    [CSS, ['highlights']],
    [AbortSignal, ['any', 'timeout']],
    [Promise, ['withResolvers', 'try']],
    [Object, ['groupBy']],
    [globalThis, ['scheduler', 'navigation', 'onscrollend', 'Iterator']],
  ]
  for (const [owner, names] of owners) {
    for (const name of names) Reflect.deleteProperty(owner, name)
  }
}

const test = base.extend<{ walker: Walker }>({
  walker: async ({ page }, provide) => {
    await page.addInitScript(removeYoungNames)
    await provide(toWalker(page))
  },
})

test.describe('Chromium without what came after the floor', () => describeJourneys(test))
