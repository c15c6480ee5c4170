import type { Output } from '#builder/site/assembly/output.ts'
import { verifyReport } from './verify-report.ts'
import { writeReport } from './write-report.ts'

/** What became of every file: posts, copies, older versions, unreadable files, and all problems. */
export const reportOutput: Output = {
  plan: () => ({
    write: async ({ writer, report }) => ({ report: await writeReport(report, writer) }),
  }),
  verify: verifyReport,
}
