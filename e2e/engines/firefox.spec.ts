import { findFirefox } from '../../scripts/engines.ts'
import { expect, test as base } from '../fixtures.ts'
import { firefoxOptions } from './firefox-options.ts'
import { walkLifeboatAttacks, writeAttackLifeboat } from '../attacks/attack-lifeboat.ts'
import { postAttacks } from '../attacks/attack-archive.ts'
import { buildReadableSite } from '../attacks/attack-sites.ts'
import { toFaults } from '../attacks/outcome.ts'
import { Witness } from '../attacks/witness.ts'
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
  // Firefox tells a test of no request for files, so what a page asks of the disk is seen in Chromium alone.
  test('S1 L1 L2 nothing bites in a lifeboat on disk when the builder is bypassed', async ({
    context,
    complaints,
  }) => {
    const folder = 'test-results/attacks-in-firefox'
    const { readable, paths } = await buildReadableSite(folder)
    const path = await writeAttackLifeboat(readable, `${folder}/lifeboat`)
    const witness = new Witness(context, () => undefined)
    await witness.start()
    const page = await witness.open()
    await page.goto(toFileAddress(path))
    await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
    // The witness hears in this engine what would run.
    await page.evaluate('bite()')
    expect(witness.of(page).scripts).toBe(1)
    const outcomes = await walkLifeboatAttacks(witness, page, paths)
    expect(outcomes).toHaveLength(postAttacks.length)
    expect(outcomes.flatMap(toFaults)).toEqual([])
    // The browser tells what the policy refused.
    complaints.splice(0)
  })
})
