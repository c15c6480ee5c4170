import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Finds a program among the bench's own packages. @throws Error when they are not installed. */
export function findPackage(name: string): { command: string; version: string } {
  const home = fileURLToPath(new URL('../node_modules', import.meta.url))
  const command = `${home}/.bin/${name}`
  if (!existsSync(command)) throw new Error(`${name} is missing: npm ci --prefix bench`)
  const { version } = JSON.parse(readFileSync(`${home}/${name}/package.json`, 'utf8'))
  return { command, version: String(version) }
}
