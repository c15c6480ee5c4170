import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const systemBrowsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Whether a browser starts: a downloaded one may lack system libraries. */
function canRun(path: string): boolean {
  return spawnSync(path, ['--version', '--no-sandbox'], { timeout: 120_000 }).status === 0
}

function findInPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(':')
  return folders.map((folder) => `${folder}/${name}`).find((path) => existsSync(path))
}

/**
 * Path of a working Chromium: the one named by `BROADSHEET_BROWSER`, Playwright's own, or the system's.
 * `undefined` when there is none.
 */
export function findBrowser(): string | undefined {
  const named = process.env['BROADSHEET_BROWSER']
  const candidates = [named, chromium.executablePath(), ...systemBrowsers.map(findInPath)]
  return candidates.find((path) => path !== undefined && existsSync(path) && canRun(path))
}

/**
 * Finds a browser, or installs one: Playwright's download first, then Debian's packages when run as root.
 * @throws Error with one line of help when neither works.
 */
export function ensureBrowser(): string {
  const found = findBrowser()
  if (found !== undefined) return found
  run('npx', ['playwright', 'install', 'chromium'])
  const downloaded = findBrowser()
  if (downloaded !== undefined) return downloaded
  if (process.getuid?.() === 0 && findInPath('apt-get') !== undefined) {
    run('apt-get', ['update'])
    run('apt-get', ['install', '-y', 'chromium', 'fonts-noto-cjk'])
  }
  const installed = findBrowser()
  if (installed !== undefined) return installed
  throw new Error(
    'no browser: install Chromium, or name one in BROADSHEET_BROWSER=/path/to/chromium',
  )
}

function run(command: string, args: string[]): void {
  spawnSync(command, args, {
    stdio: 'inherit',
    timeout: 600_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}
