import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/browser.ts'
import { sites } from './e2e/sites.ts'

const browser = findBrowser()

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/browser',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  // Else one long file of tests keeps a worker busy while the other has nothing left.
  fullyParallel: true,
  // A shared machine may stall for seconds; what fails twice has failed. At home a flake shows at once.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    baseURL: sites.examples,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Pacific/Auckland',
    launchOptions: {
      ...(browser === undefined ? {} : { executablePath: browser }),
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
    },
  },
  webServer: {
    command: 'tsx e2e/serve-sites.ts',
    url: `${sites.ready}manifest.json`,
    // Building six thousand posts twice, with pages and index, on a machine that does other work too.
    timeout: 600_000,
    stdout: 'pipe',
    stderr: 'pipe',
    reuseExistingServer: false,
  },
})
