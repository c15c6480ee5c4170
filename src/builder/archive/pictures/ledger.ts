import * as v from 'valibot'
import { count, instant, pictureUrl } from '#contract/shapes.ts'
import { keptName } from './kept-name.ts'
import { failureReasons } from './picture-failure.ts'

/**
 * The ledger of a folder of pictures, as JSON lines: the first one names the version, every other one is the outcome
 * for one address. A later line about an address replaces an earlier one, so the file is append-only.
 */
export const ledgerName = 'images.jsonl'

const headShape = v.object({
  /** Version of these shapes. */
  broadsheetImages: v.literal(1),
})

const keptShape = v.object({
  /** Address as in the cleaned articles: https. */
  address: pictureUrl,
  /** File beside the ledger. */
  file: keptName,
  /** Width and height of that file in pixels; may differ from those of the original. */
  width: count,
  height: count,
  /** Size of that file in bytes. */
  bytes: count,
  /** When it was downloaded. */
  fetchedAt: instant,
})

const failedShape = v.object({
  address: pictureUrl,
  /** Why there is no picture. */
  failed: v.picklist(failureReasons),
  /** Details, such as a status code; absent when the reason says it all. */
  detail: v.optional(v.pipe(v.string(), v.maxLength(200))),
  /** Time of the last attempt. */
  failedAt: instant,
  /** Number of runs that tried it, this failure included. */
  runs: count,
})

/** An address whose picture is kept. */
export type KeptEntry = v.InferOutput<typeof keptShape>
/** An address whose picture could not be downloaded. */
export type FailedEntry = v.InferOutput<typeof failedShape>
/** The outcome for one address. */
export type LedgerEntry = KeptEntry | FailedEntry

/** A parsed ledger. */
export interface Ledger {
  /** By address. */
  entries: Map<string, LedgerEntry>
  /** Line numbers, from 1, that could not be parsed; a truncated last line is not among them. */
  badLines: number[]
  /** Whether every line counts: none is replaced by a later one, unreadable or truncated. */
  isTidy: boolean
}

const mostLineBytes = 16_384

/** Whether an entry has a picture. */
export function isKept(entry: LedgerEntry | undefined): entry is KeptEntry {
  return entry !== undefined && 'file' in entry
}

/** Parses a ledger; `undefined` when the first line is not the head of a ledger of this version. */
export function parseLedger(bytes: Buffer): Ledger | undefined {
  const entries = new Map<string, LedgerEntry>()
  const badLines: number[] = []
  let line = 0
  let start = 0
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    line++
    const value = parseLine(bytes.subarray(start, end))
    start = end + 1
    if (line === 1) {
      if (!v.is(headShape, value)) return undefined
      continue
    }
    const entry = parseEntry(value)
    if (entry === undefined) badLines.push(line)
    else entries.set(entry.address, entry)
  }
  if (line === 0) return undefined
  return { entries, badLines, isTidy: entries.size === line - 1 && start === bytes.length }
}

function parseLine(bytes: Buffer): unknown {
  if (bytes.length > mostLineBytes) return undefined
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return undefined
  }
}

function parseEntry(value: unknown): LedgerEntry | undefined {
  for (const shape of [keptShape, failedShape]) {
    const result = v.safeParse(shape, value)
    if (result.success) return result.output
  }
  return undefined
}

/** The first line of a ledger. */
export function toLedgerHead(): string {
  return `${JSON.stringify({ broadsheetImages: 1 })}\n`
}

/** The line of an entry. */
export function toLedgerLine(entry: LedgerEntry): string {
  return `${JSON.stringify(entry)}\n`
}
