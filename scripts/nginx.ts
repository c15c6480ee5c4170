import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

// Debian installs it in a folder that is only on root's PATH.
const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']

function findProgram(name: string): string | undefined {
  return folders.map((folder) => `${folder}/${name}`).find((path) => existsSync(path))
}

/** Path of nginx; `undefined` when there is none. */
export function findNginx(): string | undefined {
  return findProgram('nginx')
}

/**
 * Installs nginx from Debian's packages when it is missing and this runs as root. The nginx test is skipped without
 * it.
 */
export function tryToHaveNginx(): void {
  const packages = findProgram('apt-get')
  if (findNginx() !== undefined || process.getuid?.() !== 0 || packages === undefined) return
  const install = ['install', '-y', '--no-install-recommends', 'nginx-light']
  if (run(packages, install) === 0) return
  run(packages, ['update'])
  run(packages, install)
}

function run(command: string, args: string[]): number | null {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: 'inherit', timeout: 300_000, env }).status
}
