import { findProgram, tryToInstall } from './programs.ts'

/** Path of nginx; `undefined` when there is none. */
export function findNginx(): string | undefined {
  return findProgram('nginx')
}

/** Installs nginx from Debian's packages when it is missing and this runs as root. The nginx test is skipped without it. */
export function tryToHaveNginx(): void {
  if (findNginx() === undefined) tryToInstall(['nginx-light'])
}
