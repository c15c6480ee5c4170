import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runProcess, type Program } from '../measure/run-process.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Bundles the program and the reader as they are published, from the sources as they are now. Gives the program's file. */
export async function bundleProgram(): Promise<string> {
  const folder = join(root, 'node_modules', '.cache', 'bench-program')
  rmSync(folder, { recursive: true, force: true })
  const bundle = (args: string[]) =>
    runProcess({
      command: process.execPath,
      args: [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error', ...args],
      cwd: root,
      env: { NODE_ENV: 'production' },
    })
  await bundle(['--outDir', join(folder, 'dist/reader')])
  await bundle(['--config', 'vite.cli.config.ts', '--outDir', join(folder, 'dist/cli')])
  mkdirSync(join(folder, 'dist'), { recursive: true })
  // The program looks for its version here, and Node for the kind of its modules.
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'))
  return join(folder, 'dist/cli/cli.js')
}

/** What is built of a set of posts. */
export interface BuiltSite {
  folders: readonly string[]
  out: string
  hasSearch: boolean
  /** Which posts get a prerendered page; none when absent. */
  pages?: 'all' | 'none'
}

/** The command that builds a site, without search unless that is asked for. */
export function toBuildCommand(
  program: string,
  { folders, out, hasSearch, pages = 'none' }: BuiltSite,
): Program {
  const args = [program, 'build', ...folders, '--out', out, '--pages', pages]
  return { command: process.execPath, args: hasSearch ? args : [...args, '--no-search'] }
}
