import { Command, CommanderError } from 'commander'
import { BuildError } from '#builder/ground/build-error.ts'
import { readProgramVersion } from '#builder/ground/program/package-files.ts'
import { addBuild } from './build/add-build.ts'
import { addCheck } from './check/add-check.ts'
import type { AddCommand } from './console/add-command.ts'
import type { ConsoleIo } from './console/console-io.ts'
import { toSafeIo } from './console/safe-io.ts'
import { addDev } from './dev/add-dev.ts'
import { addImages } from './images/add-images.ts'
import { addKeys } from './keys/add-keys.ts'
import { addLifeboat } from './lifeboat/add-lifeboat.ts'
import { addList } from './list/add-list.ts'
import { addMirrors } from './mirrors/add-mirrors.ts'
import { addPublish } from './publish/add-publish.ts'
import { addSearch } from './search/add-search.ts'
import { addServe } from './serve/add-serve.ts'

/**
 * Every command, in the order of the help. Only their options are loaded at once, except for `build`: loading all of
 * them takes longer than a build in which nothing changed.
 */
const commands: readonly AddCommand[] = [
  addBuild,
  addServe,
  addDev,
  addCheck,
  addSearch,
  addList,
  addLifeboat,
  addImages,
  addKeys,
  addMirrors,
  addPublish,
]

/** Exit codes: success; the command failed (or `--strict` found problems); wrong usage. */
const exitCodes = { done: 0, failed: 1, wrongUsage: 2 } as const

/**
 * Runs a command line (without node and script) and returns the exit code. Expected failures are printed as one
 * sentence.
 */
export async function main(argv: string[], plainIo: ConsoleIo): Promise<number> {
  const io = toSafeIo(plainIo)
  const result: { code: number } = { code: exitCodes.done }
  try {
    await makeProgram(io, result)
      .version(await readProgramVersion())
      .parseAsync(argv, { from: 'user' })
    return result.code
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage
    if (!(error instanceof BuildError)) throw error
    io.err(`broadsheet: ${error.message} ${error.hint}`)
    return exitCodes.failed
  }
}

function makeProgram(io: ConsoleIo, result: { code: number }): Command {
  const program = new Command('broadsheet')
    .description('Builds a fast, safe reader for folders of mirrored articles.')
    .exitOverride()
    .showHelpAfterError('(run broadsheet --help for usage)')
    .configureOutput({
      writeOut: (text) => io.lines(text.trimEnd()),
      writeErr: (text) => {
        for (const line of text.trimEnd().split('\n')) io.err(line)
      },
    })
  for (const add of commands) {
    add(program, async (start) => {
      result.code = await start(io)
    })
  }
  return program
}
