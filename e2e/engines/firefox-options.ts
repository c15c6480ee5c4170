import { fileURLToPath } from 'node:url'
import { findFirefox } from '../../scripts/engines.ts'

/** How Playwright drives the Firefox of this machine: over BiDi, through a bridge. */
export function firefoxOptions() {
  return {
    browserName: 'firefox' as const,
    channel: 'moz-firefox',
    launchOptions: {
      executablePath: fileURLToPath(new URL('firefox-bridge.mjs', import.meta.url)),
      args: [],
      env: { ...process.env, BROADSHEET_FIREFOX: findFirefox() ?? '' },
    },
  }
}
