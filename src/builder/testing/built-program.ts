// For tests: the program as it is published. It starts in a fifth of the time that its sources take, on every thread of a build.
import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { toPackageRoot } from '#builder/ground/program/package-files.ts'

const root = toPackageRoot()

/** Path of the built program. */
export const builtProgram = join(root, 'dist/cli/cli.js')

/** Folder of the reader that was built with it. */
export const builtReader = join(root, 'dist/reader')

/** Builds program and reader where there are none, or where a source has changed since. Call it before tests start the program. */
export function ensureProgram(): void {
  const built = statSync(builtProgram, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (built > Math.max(...listSources().map((path) => statSync(join(root, path)).mtimeMs))) return
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'pipe' })
}

function listSources(): string[] {
  const below = ['src', 'public'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path}`,
    ),
  )
  const above = readdirSync(root).filter((name) =>
    /^(?:index\.html|vite\..*|package.*)$/.test(name),
  )
  // Folders have other times than what lies in them.
  const files = below.filter((path) => /\.\w+$/.test(path) && !/\.test\.tsx?$/.test(path))
  return [...above, ...files]
}
