import * as v from 'valibot'
import { count } from '#contract/shapes.ts'
import { isKept, type FailedEntry, type LedgerEntry } from '#builder/archive/pictures/ledger.ts'
import type { DownloadResult } from './download-pictures.ts'
import { stopWords, toFailureWords } from './failure-words.ts'

const reportShape = v.object({
  /** Addresses of pictures in the posts: `kept + failed + left`. */
  addresses: count,
  /** Addresses whose pictures are kept, by this run or an earlier one. */
  kept: count,
  /** Addresses that gave no picture, in this run or an earlier one. */
  failed: count,
  /** Addresses that no run has asked for yet. */
  left: count,
  /** Pictures downloaded by this run. */
  fetched: count,
  /** Bytes by which the folders grew. */
  grownBytes: count,
  /** Every address that gave no picture, sorted. */
  failures: v.array(
    v.object({
      address: v.string(),
      reason: v.string(),
      hint: v.string(),
      /** When it was last tried, UTC. */
      failedAt: v.string(),
    }),
  ),
  /** Hosts that were left before all their addresses were asked for. */
  hosts: v.array(v.object({ host: v.string(), left: count, reason: v.string() })),
})

/** Account of a run of `images`: every address stands in it. */
export type PictureReport = v.InferOutput<typeof reportShape>

/** @throws ValiError when the value is no such report. */
export function parsePictureReport(value: unknown): PictureReport {
  return v.parse(reportShape, value)
}

/** The account of a run; `find` gives what is known of an address after it. */
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
