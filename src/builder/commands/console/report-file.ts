import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { parseBuildReport, type BuildReport } from '#contract/build-report.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import { isCode } from '#builder/ground/disk/disk.ts'
import { findFolderAround } from '#builder/site/write/output-folder.ts'

/** Writes the report of a run to the file of `--report`; a no-op without that option. */
export type ReportWriter<Report = BuildReport> = (report: Report) => Promise<void>

/**
 * Checks, before any work, that the report may be written: not among the posts, and not over a file that `parse`
 * rejects.
 * @throws BuildError when it may not; nothing is touched then.
 */
export async function openReportFile<Report = BuildReport>(
  path: string | undefined,
  folders: string[],
  parse: (value: unknown) => unknown = parseBuildReport,
): Promise<ReportWriter<Report>> {
  if (path === undefined) return async () => {}
  const around = await findFolderAround(path, folders)
  if (around !== undefined) {
    throw new BuildError(
      `The report "${path}" would be inside the folder of posts "${around}".`,
      'Give a file elsewhere with --report.',
    )
  }
  await refuseForeignFile(path, parse)
  await writeBeside(path, '', false)
  return (report) => writeBeside(path, `${JSON.stringify(report, null, 2)}\n`, true)
}

async function refuseForeignFile(path: string, parse: (value: unknown) => unknown): Promise<void> {
  try {
    parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (cause) {
    if (isCode(cause, ['ENOENT'])) return
    throw new BuildError(
      `"${path}" exists and is not a report, so nothing was written.`,
      'Give another file with --report.',
      { cause },
    )
  }
}

/** Writes a temp file beside the report, then renames it into place, or removes it when this is only a test. */
async function writeBeside(path: string, text: string, keep: boolean): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    await writeFile(temporary, text)
    await (keep ? rename(temporary, path) : rm(temporary))
  } catch (cause) {
    throw new BuildError(
      `Cannot write the report to "${path}".`,
      'Give another file with --report.',
      { cause },
    )
  }
}
