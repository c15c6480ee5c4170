import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packagesFolder = fileURLToPath(new URL('../packages', import.meta.url))

/** A program that is installed for the bench alone. */
export interface BenchProgram {
  /** File that Node runs as its command line. */
  command: string
  version: string
}

/** Finds a program in the bench's own packages or installs them; `undefined`, and a line that says so, when that fails. */
export function findBenchProgram(name: string, entry: string): BenchProgram | undefined {
  const folder = join(packagesFolder, 'node_modules', name)
  const command = join(folder, entry)
  if (!existsSync(command)) install(name)
  if (existsSync(command)) return { command, version: readVersion(folder) }
  console.log(`  ${name} cannot be installed here; going on without it`)
  return undefined
}

function install(name: string): void {
  console.log(`  installing ${name}`)
  // Not `npm ci`: it wants the programs of all systems in the lock, which holds those of Linux, where memory can be measured.
  const args = ['install', '--no-save', '--ignore-scripts', '--prefix', packagesFolder]
  spawnSync('npm', args, { stdio: 'ignore' })
}

function readVersion(folder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : 'of unknown version'
}
