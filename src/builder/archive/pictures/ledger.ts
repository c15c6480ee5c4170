import * as v from 'valibot'
import { pictureFile } from '#contract/picture-file.ts'
import { count, instant, pictureUrl } from '#contract/shapes.ts'
import { failureReasons } from './picture-failure.ts'

/**
 * The account of a folder of pictures: lines of JSON, the first names version and kind, each other one says what came of one address.
 * A later line about an address replaces an earlier one, so that a line more is all that is ever written.
 */
export const ledgerName = 'images.jsonl'

const headShape = v.object({
  /** Version of these shapes. */
  broadsheetImages: v.literal(1),
})

const keptShape = v.object({
  /** Address as the cleaned articles name it: https. */
  address: pictureUrl,
  /** File beside the ledger. */
  file: pictureFile,
  /** Sides of that file in pixels; may differ from those of the original. */
  width: count,
  height: count,
  /** Size of that file. */
  bytes: count,
  /** When it was downloaded. */
  fetchedAt: instant,
})

const failedShape = v.object({
  address: pictureUrl,
  /** Why there is no picture. */
  failed: v.picklist(failureReasons),
  /** What exactly was met; absent when the reason says all. */
  detail: v.optional(v.pipe(v.string(), v.maxLength(200))),
  /** When it was last tried. */
  failedAt: instant,
  /** How many runs tried it, this failure included. */
  runs: count,
})

/** An address whose picture is kept. */
export type KeptEntry = v.InferOutput<typeof keptShape>
/** An address whose picture could not be had. */
export type FailedEntry = v.InferOutput<typeof failedShape>
/** What came of one address. */
export type LedgerEntry = KeptEntry | FailedEntry

/** A ledger as it was read. */
export interface Ledger {
  /** By address. */
  entries: Map<string, LedgerEntry>
  /** Lines, from 1, that could not be read; a last one that was cut off is none of them. */
  badLines: number[]
  /** Whether every line counts: none is replaced by a later one, unreadable or cut off. */
  isTidy: boolean
}

const mostLineBytes = 16_384

/** Whether an entry names a picture. */
export function isKept(entry: LedgerEntry | undefined): entry is KeptEntry {
  return entry !== undefined && 'file' in entry
}

/** Reads a ledger; `undefined` when its first line is not that of one, or of another version. */
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
    // Set anew, so that entries stand in the order of their last line.
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
