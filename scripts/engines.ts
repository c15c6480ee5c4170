import { findProgram, tryToInstall } from './programs.ts'

/** Path of Debian's Firefox, or of another build of Mozilla's; `undefined` when there is none. */
export function findFirefox(): string | undefined {
  return findProgram('firefox-esr') ?? findProgram('firefox')
}

/** Paths of WebKit's driver and of the screen it draws on; `undefined` when one of them is missing. */
export function findWebKit(): { driver: string; screen: string } | undefined {
  const driver = findProgram('WebKitWebDriver')
  const screen = findProgram('Xvfb')
  return driver === undefined || screen === undefined ? undefined : { driver, screen }
}

/** Installs both engines from Debian's packages when they are missing and this runs as root. Their journeys are skipped without them. */
export function tryToHaveEngines(): void {
  if (findFirefox() === undefined) tryToInstall(['firefox-esr'])
  if (findWebKit() === undefined) tryToInstall(['webkit2gtk-driver', 'xvfb'])
}
