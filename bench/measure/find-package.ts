import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Finds a program among the bench's own packages; `undefined`, and a line that says so, when it is missing. */
export function findPackage(
  name: string,
  entry: string,
): { command: string; version: string } | undefined {
  const folder = new URL(`../node_modules/${name}/`, import.meta.url)
  const command = fileURLToPath(new URL(entry, folder))
  if (existsSync(command)) {
    const { version } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'))
    return { command, version: String(version) }
  }
  console.log(`  ${name} is not installed (npm ci --prefix bench); going on without it`)
  return undefined
}
