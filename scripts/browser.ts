import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { findProgram, tryToInstall } from './programs.ts'

/** Debian's Chromium without windows. */
const headlessShell = 'chromium-headless-shell'
const systemBrowsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Whether a browser starts: a downloaded one may lack system libraries. */
function canRun(path: string): boolean {
  return spawnSync(path, ['--version', '--no-sandbox'], { timeout: 120_000 }).status === 0
}

function findWorking(paths: (string | undefined)[]): string | undefined {
  return paths.find((path) => path !== undefined && existsSync(path) && canRun(path))
}

/**
 * Path of a working Chromium with all that a reader's has: the one named by `BROADSHEET_BROWSER`, Playwright's own, or
 * the system's. `undefined` when there is none.
 */
export function findBrowser(): string | undefined {
  const named = process.env['BROADSHEET_BROWSER']
  return findWorking([named, chromium.executablePath(), ...systemBrowsers.map(findProgram)])
}

/**
 * Path of the Chromium that journeys run in: the one named by `BROADSHEET_BROWSER`, Debian's without windows, which
 * has the same engine and takes half the processor time, or any other. `undefined` when there is none.
 */
export function findHeadlessBrowser(): string | undefined {
  const named = process.env['BROADSHEET_BROWSER']
  return findWorking([named, findProgram(headlessShell)]) ?? findBrowser()
}

/**
 * Finds a browser for journeys, or installs one: Debian's packages when run as root, else Playwright's download.
 * @throws Error with one line of help when neither works.
 */
export function ensureBrowser(): string {
  const isNamed = process.env['BROADSHEET_BROWSER'] !== undefined
  if (!isNamed && findProgram(headlessShell) === undefined) {
    tryToInstall([headlessShell, 'fonts-noto-cjk'])
  }
  const found = findHeadlessBrowser()
  if (found !== undefined) return found
  spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', timeout: 600_000 })
  const downloaded = findHeadlessBrowser()
  if (downloaded !== undefined) return downloaded
  // Older Debians have the whole one alone.
  tryToInstall(['chromium', 'fonts-noto-cjk'])
  const installed = findHeadlessBrowser()
  if (installed !== undefined) return installed
  throw new Error(
    'no browser: install Chromium, or name one in BROADSHEET_BROWSER=/path/to/chromium',
  )
}
