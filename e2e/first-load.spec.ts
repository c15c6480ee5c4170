import { gzipSync } from 'node:zlib'
import type { Page, Response } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { hasCorpus, sites } from './sites.ts'

// Chinese words are a file of their own, 2 KB.
const largestScriptBytes = 127_000
const largestDataBytes = 60_000
const mostRequests = 8

/** Opens an address with an empty cache and adds up the transferred bytes, each file gzipped. */
async function measure(page: Page, address: string) {
  const responses: Response[] = []
  page.on('response', (response) => responses.push(response))
  await page.goto(address)
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
  await page.waitForLoadState('networkidle')
  // The browser requests the icon outside the page, where tests see it only in some windows: it always counts once.
  const seen = responses.filter((response) => !/\/icon-[^/]*\.svg$/.test(response.url()))
  const sum = { requests: seen.length + 1, script: 0, data: 0, foreign: 0 }
  for (const response of seen) {
    const { pathname, host } = new URL(response.url())
    if (host !== new URL(address).host) sum.foreign++
    const size = gzipSync(await response.body()).length
    if (pathname.endsWith('.js')) sum.script += size
    if (pathname.includes('/data/') || pathname.endsWith('manifest.json')) sum.data += size
  }
  return sum
}

const filters = ['', '?kind=article', '?source=youtube.com&collection=teahouse', '?sort=oldest']
const more = ['?year=2021&not-kind=video', '?from=2020-01-01&to=2020-06-30', '?versions=all']

test.describe('first load of the real archive', () => {
  test.skip(!hasCorpus, 'no real posts beside this checkout')

  for (const filter of [...filters, ...more]) {
    test(`stays small with "${filter}"`, async ({ page }) => {
      const sum = await measure(page, `${sites.corpus}${filter}`)
      expect(sum.script).toBeLessThanOrEqual(largestScriptBytes)
      expect(sum.data).toBeLessThanOrEqual(largestDataBytes)
      expect(sum.foreign).toBe(0)
    })
  }

  for (const locale of ['en', 'zh-CN', 'zh-TW']) {
    test(`takes at most ${mostRequests} requests, and no more script, in ${locale}`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ locale, viewport: { width: 1440, height: 900 } })
      const { requests, script } = await measure(await context.newPage(), sites.corpus)
      test.info().annotations.push({ type: 'requests', description: String(requests) })
      test.info().annotations.push({ type: 'script', description: String(script) })
      expect(requests).toBeLessThanOrEqual(mostRequests)
      expect(script).toBeLessThanOrEqual(largestScriptBytes)
      await context.close()
    })
  }

  test('requests everything at once: script, manifest and opening wait only for the page', async ({
    page,
  }) => {
    await page.goto(sites.corpus)
    await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
    const waited = await page.evaluate(() => {
      const files = performance
        .getEntriesByType('resource')
        .filter((entry) => entry instanceof PerformanceResourceTiming)
      const script = files.find(({ initiatorType }) => initiatorType === 'script')
      return files
        .filter(({ name }) => /manifest\.json|\/opening\//.test(name))
        .map(({ startTime }) => startTime < (script?.responseEnd ?? 0))
    })
    // Each once, and before the script had come.
    expect(waited).toEqual([true, true])
  })
})

test('the script of the bundled examples stays small', async ({ page, foreignRequests }) => {
  const sum = await measure(page, sites.examples)
  expect(sum.script).toBeGreaterThan(0)
  expect(sum.script).toBeLessThanOrEqual(largestScriptBytes)
  expect(foreignRequests).toEqual([])
})
