import { gzipSync } from 'node:zlib'
import type { Page, Response } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { hasCorpus, sites } from './sites.ts'

const largestScriptBytes = 150_000
const largestDataBytes = 60_000

/** Opens an address in an empty browser and adds up what came over the wire, each file as gzip sends it. */
async function measure(page: Page, address: string) {
  const responses: Response[] = []
  page.on('response', (response) => responses.push(response))
  await page.goto(address)
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
  await page.waitForLoadState('networkidle')
  const bytes = { script: 0, data: 0, foreign: 0 }
  for (const response of responses) {
    const { pathname, host } = new URL(response.url())
    if (host !== new URL(address).host) bytes.foreign++
    const size = gzipSync(await response.body()).length
    if (pathname.endsWith('.js')) bytes.script += size
    if (pathname.includes('/data/') || pathname.endsWith('manifest.json')) bytes.data += size
  }
  return bytes
}

const filters = ['', '?kind=article', '?source=youtube.com&collection=teahouse', '?sort=oldest']
const more = ['?year=2021&not-kind=video', '?from=2020-01-01&to=2020-06-30', '?versions=all']

test.describe('first load of the real archive', () => {
  test.skip(!hasCorpus, 'no real posts beside this checkout')

  for (const filter of [...filters, ...more]) {
    test(`stays small with "${filter}"`, async ({ page }) => {
      const bytes = await measure(page, `${sites.corpus}${filter}`)
      expect(bytes.script).toBeLessThanOrEqual(largestScriptBytes)
      expect(bytes.data).toBeLessThanOrEqual(largestDataBytes)
      expect(bytes.foreign).toBe(0)
    })
  }
})

test('script of the bundled examples stays small', async ({ page, foreignRequests }) => {
  const bytes = await measure(page, sites.examples)
  expect(bytes.script).toBeGreaterThan(0)
  expect(bytes.script).toBeLessThanOrEqual(largestScriptBytes)
  expect(foreignRequests).toEqual([])
})
