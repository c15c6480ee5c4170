import { parseBuildReport, type BuildReport } from '#contract/build-report.ts'
import type { Manifest } from '#contract/manifest.ts'
import type { BuiltSite } from '#builder/site/verify/built-site.ts'
import { expectCount } from '#builder/site/verify/expect-count.ts'

/** The report accounts for every file, and the manifest counts what the report counts. */
export async function verifyReport(
  { report: hash, counts }: Manifest,
  site: BuiltSite,
): Promise<string[]> {
  const report = await site.readJson('report', hash, parseBuildReport)
  if (report === undefined) return []
  const { files, posts, copies, versions, unreadable, leftOut = [], problems } = report
  return [
    ...expectCount('report: files', posts + copies + versions + unreadable + leftOut.length, files),
    ...expectCount('report: older versions', sumTies(report) ?? versions, versions),
    ...expectCount('manifest: files', counts.files, files),
    ...expectCount('manifest: posts', counts.posts, posts),
    ...expectCount('manifest: problems', counts.problems, problems.length),
  ]
}

function sumTies({ versionsBy }: BuildReport): number | undefined {
  return versionsBy && versionsBy.name + versionsBy.address + versionsBy.text
}
