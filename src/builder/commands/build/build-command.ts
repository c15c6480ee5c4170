import { resolve } from 'node:path'
import type { BuildReport } from '#contract/build-report.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import type { BuildSigner } from '#builder/site/signing/build-signer.ts'
import { findFolderAround } from '#builder/site/write/output-folder.ts'
import { buildArchive } from './build-archive.ts'
import type {
  CanonicalChoice,
  FeedChoice,
  PageChoice,
  SourceChoice,
} from '#builder/site/plan/build-options.ts'
import { toSizeLines } from '#builder/site/hosts/host-limits.ts'
import { openReaderApp } from '#builder/site/plan/reader-app.ts'
import { toCountText } from '#builder/ground/text/count-text.ts'
import type { ConsoleIo } from '../console/console-io.ts'
import { makeConsoleProgress } from '../console/console-progress.ts'
import { openReportFile } from '../console/report-file.ts'
import {
  toAccountLine,
  toPassedLine,
  toPictureDataLine,
  toPictureLine,
  toSettingsLine,
} from '../console/report-text.ts'

/** Options of every command that reads posts. */
export interface ReadFlags {
  timeZone: string
  strict?: true
  drafts?: true
  report?: string
}

/** Options of every command that builds a site. */
export interface SiteFlags {
  title?: string
  base?: string
  timeZone: string
  pages: PageChoice
  search: boolean
  feeds: FeedChoice
  origin?: string
  canonical: CanonicalChoice
  drafts?: true
  redirectPages: boolean
  quietAddresses?: true
}

/** Options of `build` alone. */
interface BuildFlags extends SiteFlags, ReadFlags {
  out: string
  cache?: string
  sources: SourceChoice
  /** The daily key to sign with. */
  sign?: string
  expectEvery?: number
  mirror?: string[]
}

/** Builds a site. Returns the exit code. */
export async function runBuild(
  folders: string[],
  flags: BuildFlags,
  io: ConsoleIo,
): Promise<number> {
  const writeReport = await openReportFile(flags.report, folders)
  const { report, manifest, size } = await buildArchive(
    { ...flags, folders, mirrors: flags.mirror, signer: await openSigner(folders, flags) },
    { openReaderApp, progress: makeConsoleProgress(io), account: writeReport },
  )
  io.out(toAccountLine(report))
  const settings = toSettingsLine(report)
  if (settings !== undefined) io.out(settings)
  const passed = toPassedLine(report)
  if (passed !== undefined) io.out(passed)
  if ((report.pictureHosts ?? []).length > 0) io.out(toPictureLine(report))
  const data = toPictureDataLine(report)
  if (data !== undefined) io.out(data)
  if (report.problems.length > 0) {
    io.out(`${toProblemCount(report)}; run \`broadsheet check\` on the same folders for the list`)
  }
  if (manifest.feeds === undefined && flags.feeds !== 'none') {
    io.out('No feeds and no sitemap: they need the address of the site, --origin https://host')
  }
  io.out(`The site is in ${flags.out}`)
  for (const line of size === undefined ? [] : toSizeLines(size)) io.out(line)
  return failsStrictly(flags, report, io) ? 1 : 0
}

/** Opens the key of `--sign`, which must lie where nobody publishes it. */
async function openSigner(
  folders: string[],
  { sign, expectEvery, out, cache }: BuildFlags,
): Promise<BuildSigner | undefined> {
  if (sign === undefined) return undefined
  // Loaded only where it is needed: every build is quicker without.
  const { openBuildSigner } = await import('#builder/site/signing/build-signer.ts')
  const others = [out, cache ?? `${resolve(out)}.cache`, ...folders]
  const around = await findFolderAround(sign, others)
  if (around !== undefined) {
    throw new BuildError(
      `The key "${sign}" is inside "${around}", and no private key may lie there.`,
      'Move it elsewhere, and make new keys if that folder was ever published.',
    )
  }
  return openBuildSigner({ keyFile: sign, expectEvery, now: Date.now })
}

/** Whether `--strict` is set and there is any problem; prints a line if so. */
export function failsStrictly({ strict }: ReadFlags, report: BuildReport, io: ConsoleIo): boolean {
  if (strict !== true || report.problems.length === 0) return false
  io.err(`broadsheet: ${toProblemCount(report)}; --strict allows none.`)
  return true
}

function toProblemCount({ problems }: BuildReport): string {
  return toCountText(problems.length, 'problem')
}
