import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

// Debian installs servers in folders that are only on root's PATH.
const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']

/** Path of a program of this machine; `undefined` when there is none of that name. */
export function findProgram(name: string): string | undefined {
  return folders.map((folder) => `${folder}/${name}`).find((path) => existsSync(path))
}

/** Installs Debian's packages of these names when this runs as root on Debian; what fails is left to those who look for the program. */
export function tryToInstall(packages: string[]): void {
  const tool = findProgram('apt-get')
  if (process.getuid?.() !== 0 || tool === undefined) return
  const install = ['install', '-y', '--no-install-recommends', ...packages]
  if (run(tool, install) === 0) return
  run(tool, ['update'])
  run(tool, install)
}

function run(command: string, args: string[]): number | null {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: 'inherit', timeout: 600_000, env }).status
}
