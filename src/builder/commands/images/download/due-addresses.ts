import { isKept, type FailedEntry, type LedgerEntry } from '#builder/archive/pictures/ledger.ts'
import { isOfHost, isPassing } from '#builder/ground/fetch/fetch-failure.ts'

const dayMs = 86_400_000
const longestWaitDays = 30

/** When a failed address is asked for again: what may pass after a day, then after longer and longer; what stays after thirty. */
export function toNextTryMs({ failed, detail, failedAt, runs }: FailedEntry): number {
  const failure = { reason: failed, detail }
  const days = isPassing(failure) || isOfHost(failure) ? 2 ** Math.min(runs - 1, 5) : Infinity
  return Date.parse(failedAt) + Math.min(days, longestWaitDays) * dayMs
}

/** Whether an address is to be asked for: never before, its file is gone, or it failed long enough ago. */
export function isDue(
  entry: LedgerEntry | undefined,
  { isWhole, retry, nowMs }: { isWhole: boolean; retry: boolean; nowMs: number },
): boolean {
  if (entry === undefined) return true
  return isKept(entry) ? !isWhole : retry || nowMs >= toNextTryMs(entry)
}
