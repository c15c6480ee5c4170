import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packagesFolder = fileURLToPath(new URL('../../packages', import.meta.url))
const packageFolder = join(packagesFolder, 'node_modules/pagefind')

/** Pagefind as it is installed for the bench. */
export interface Pagefind {
  /** File that Node runs as its command line. */
  command: string
  version: string
}

/** Finds Pagefind in the bench's own packages or installs them; `undefined`, and a line that says so, when that fails. */
export function findPagefind(): Pagefind | undefined {
  const command = join(packageFolder, 'lib/runner/bin.cjs')
  if (!existsSync(command)) install()
  if (existsSync(command)) return { command, version: readVersion() }
  console.log('  Pagefind cannot be installed here; going on without it')
  return undefined
}

function install(): void {
  console.log('  installing Pagefind')
  // Not `npm ci`: it wants the programs of all systems in the lock, which holds those of Linux, where memory can be measured.
  const args = ['install', '--no-save', '--ignore-scripts', '--prefix', packagesFolder]
  spawnSync('npm', args, { stdio: 'ignore' })
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : 'of unknown version'
}
