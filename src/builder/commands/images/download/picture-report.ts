import * as v from 'valibot'
import { count } from '#contract/shapes.ts'
import { isKept, type FailedEntry, type LedgerEntry } from '#builder/archive/pictures/ledger.ts'
import type { DownloadResult } from './download-pictures.ts'
import { stopWords, toFailureWords } from './failure-words.ts'

const reportShape = v.object({
  /** Number of picture addresses in the posts: `kept + failed + left`. */
  addresses: count,
  /** Addresses whose pictures are kept, from this run or an earlier one. */
  kept: count,
  /** Addresses that failed, in this run or an earlier one. */
  failed: count,
  /** Addresses that no run has requested yet. */
  left: count,
  /** Pictures downloaded by this run. */
  fetched: count,
  /** Number of bytes added to the folders. */
  grownBytes: count,
  /** Every address that failed, sorted. */
  failures: v.array(
    v.object({
      address: v.string(),
      reason: v.string(),
      hint: v.string(),
      /** Time of the last attempt, UTC. */
      failedAt: v.string(),
    }),
  ),
  /** Hosts that the run gave up on before their last address. */
  hosts: v.array(v.object({ host: v.string(), left: count, reason: v.string() })),
})

/** Report of a run of `images`; it accounts for every address. */
export type PictureReport = v.InferOutput<typeof reportShape>

/** @throws ValiError when the value is not such a report. */
export function parsePictureReport(value: unknown): PictureReport {
  return v.parse(reportShape, value)
}

/** Builds the report of a run; `find` looks up an address in its outcome. */
export function toPictureReport(
  addresses: readonly string[],
  find: (address: string) => LedgerEntry | 'kept' | undefined,
  { fetched, grownBytes, left }: DownloadResult,
): PictureReport {
  const entries = addresses.map(find)
  const failures: PictureReport['failures'] = []
  let kept = 0
  for (const entry of entries) {
    if (entry === 'kept' || isKept(entry)) kept++
    else if (entry !== undefined) failures.push(toFailureLine(entry))
  }
  return {
    addresses: addresses.length,
    kept,
    failed: failures.length,
    left: addresses.length - kept - failures.length,
    fetched,
    grownBytes,
    failures,
    hosts: left.map(({ host, addresses, why }) => ({
      host,
      left: addresses,
      reason: stopWords[why],
    })),
  }
}

function toFailureLine({
  address,
  failed,
  detail,
  failedAt,
}: FailedEntry): PictureReport['failures'][number] {
  return { address, ...toFailureWords({ reason: failed, detail }), failedAt }
}
