import { writeFile } from 'node:fs/promises'
import type { BuildReport } from '#contract/build-report.ts'
import { buildArchive } from '../build-archive.ts'
import { BuildError } from '../build-error.ts'
import type { PageChoice } from '../build-options.ts'
import { openReaderApp } from '../reader-app.ts'
import type { ConsoleIo } from './console-io.ts'
import { makeConsoleProgress } from './console-progress.ts'
import { toAccountLine } from './report-text.ts'

/** Options that all commands which read posts share. */
export interface ReadFlags {
  timeZone: string
  strict?: true
  report?: string
}

/** Options that decide what a site looks like. */
export interface SiteFlags {
  title?: string
  base?: string
  timeZone: string
  pages: PageChoice
  origin?: string
}

/** Builds a site. Gives the exit code. */
export async function runBuild(
  folders: string[],
  flags: SiteFlags & ReadFlags & { out: string; cache?: string },
  io: ConsoleIo,
): Promise<number> {
  const { report } = await buildArchive(
    { ...flags, folders },
    { openReaderApp, progress: makeConsoleProgress(io) },
  )
  await writeReport(flags.report, report)
  io.out(toAccountLine(report))
  if (report.problems.length > 0) {
    io.out(
      `${report.problems.length} problems; \`broadsheet check\` on the same folders lists them`,
    )
  }
  io.out(`The site is in ${flags.out}`)
  return flags.strict === true && report.problems.length > 0 ? 1 : 0
}

/**
 * Writes the account of a build as JSON, when asked for.
 * @throws BuildError when the file cannot be written.
 */
export async function writeReport(path: string | undefined, report: BuildReport): Promise<void> {
  if (path === undefined) return
  try {
    await writeFile(path, `${JSON.stringify(report, null, 2)}\n`)
  } catch (cause) {
    throw new BuildError(
      `Cannot write the report to "${path}".`,
      'Give another file with --report.',
      {
        cause,
      },
    )
  }
}
