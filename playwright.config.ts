import { defineConfig } from '@playwright/test'
import { firefoxOptions } from './e2e/engines/firefox-options.ts'
import { findHeadlessBrowser } from './scripts/browser.ts'
import { sites } from './e2e/sites.ts'

const browser = findHeadlessBrowser()

/** The journeys of `e2e/engines` run in every engine, all others in this one. */
const engine =
  process.env['BROADSHEET_ENGINE'] === 'firefox'
    ? firefoxOptions()
    : {
        launchOptions: {
          ...(browser === undefined ? {} : { executablePath: browser }),
          args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
        },
      }

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/browser',
  // For hangs: whoever waits here, waits for what comes in a moment on a machine at rest, however busy this one is.
  timeout: 600_000,
  expect: { timeout: 120_000 },
  workers: 2,
  // Else one long file of tests keeps a worker busy while the other has nothing left.
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    baseURL: sites.examples,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Pacific/Auckland',
    ...engine,
  },
  webServer: {
    command: 'tsx e2e/serve-sites.ts',
    url: `${sites.ready}manifest.json`,
    // Building six thousand posts twice, with pages and index.
    timeout: 1_800_000,
    stdout: 'pipe',
    stderr: 'pipe',
    reuseExistingServer: false,
  },
})
