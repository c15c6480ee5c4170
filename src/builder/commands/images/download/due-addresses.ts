import { isKept, type FailedEntry, type LedgerEntry } from '#builder/archive/pictures/ledger.ts'
import { isOfHost, isPassing } from '#builder/ground/fetch/fetch-failure.ts'

const dayMs = 86_400_000
const longestWaitDays = 30

/**
 * When to retry a failed address: a transient failure or one of the host after 1, 2, 4 ... 30 days, any other after
 * 30 days.
 */
export function toNextTryMs({ failed, detail, failedAt, runs }: FailedEntry): number {
  const failure = { reason: failed, detail }
  const days = isPassing(failure) || isOfHost(failure) ? 2 ** Math.min(runs - 1, 5) : Infinity
  return Date.parse(failedAt) + Math.min(days, longestWaitDays) * dayMs
}

/** Whether to request an address: it is new, its file is gone, or it failed long enough ago. */
export function isDue(
  entry: LedgerEntry | undefined,
  { isWhole, retry, nowMs }: { isWhole: boolean; retry: boolean; nowMs: number },
): boolean {
  if (entry === undefined) return true
  return isKept(entry) ? !isWhole : retry || nowMs >= toNextTryMs(entry)
}
