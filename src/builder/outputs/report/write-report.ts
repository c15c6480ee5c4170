import type { BuildReport } from '#contract/build-report.ts'
import type { FileHash } from '#contract/file-names.ts'
import type { SiteWriter } from '#builder/site/write/site-writer.ts'

/** Writes the build report; returns the hash in its name. */
export function writeReport(report: BuildReport, writer: SiteWriter): Promise<FileHash> {
  return writer.writeJson('report', report)
}
