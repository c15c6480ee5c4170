import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
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
  // Below node_modules no package.json above counts: without this one Node takes the program for CommonJS.
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
  return join(folder, 'dist/cli/cli.js')
}

/** The command that builds a site without prerendered pages. */
export function toBuildCommand(program: string, folders: readonly string[], out: string): Program {
  return {
    command: process.execPath,
    args: [program, 'build', ...folders, '--out', out, '--pages', 'none'],
  }
}
