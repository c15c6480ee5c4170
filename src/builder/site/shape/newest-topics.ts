import type { MonthTopics } from '#contract/topics-file.ts'

/** Months whose terms the front door names. */
const mostMonths = 3

/** The newest months that have terms, the newest first; `months` are oldest first. */
export function toNewestTopics(months: readonly MonthTopics[]): MonthTopics[] {
  return months.slice(-mostMonths).toReversed()
}
