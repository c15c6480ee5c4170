import * as v from 'valibot'
import { instant } from '#contract/shapes.ts'
import { parseDeskEntry, toRecord, type DeskEntry } from '#reader/storage/desk/desk-entry.ts'
import { mergeEntries, toEntryName } from '#reader/storage/desk/merge-entries.ts'
import { isBoundedJson } from './bounded-json.ts'
import { DeskFileError } from './desk-file-error.ts'

/** What every desk file says it is; see docs/formats/desk-file.md. */
export const deskFormat = 'broadsheet desk'

/** A newer one is refused. Kinds of entries may be added without one, as unknown kinds are kept; fields of known kinds may not. */
export const deskVersion = 1

/** Larger files are neither written nor read. */
export const mostDeskBytes = 50_000_000

/** The same for sealed ones: base64 takes a third more. */
export const mostSealedBytes = 70_000_000

const mostJson = { depth: 32, values: 4_000_000 }

/** Clocks differ by less than this; milliseconds. */
const clockSlackMs = 86_400_000

const archiveShape = v.object({
  /** Title of the archive. */
  title: v.string(),
  /** Full address of its site; absent when the archive does not know it. */
  address: v.optional(v.string()),
  /** Name of the archive that signs it; absent when it is not signed. */
  archive: v.optional(v.string()),
})

const headShape = v.object({
  format: v.literal(deskFormat),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
})

const bodyShape = v.object({
  made: instant,
  archive: archiveShape,
  settings: v.optional(v.record(v.string(), v.unknown())),
  entries: v.array(v.unknown()),
})

/** The archive whose desk a file holds. */
export type DeskArchive = v.InferOutput<typeof archiveShape>

/** What a desk file is made from. */
export interface DeskContent {
  archive: DeskArchive
  /** Settings by their names; they may be of any version. */
  settings?: Readonly<Record<string, unknown>> | undefined
  /** Also those that were removed: else another device would bring them back. */
  entries: readonly DeskEntry[]
}

/** A desk file that was read. */
export interface DeskFile extends DeskContent {
  /** When it was made, milliseconds since 1970, by the clock of its device. */
  made: number
  /** How many of its entries are none, and are left out. */
  broken: number
  /** How many say that they were changed in the future: their time counts as unknown. */
  future: number
}

/**
 * Writes a desk file.
 * @param now - milliseconds since 1970. No entry is later: a clock that once was wrong does not follow its desk around.
 * @throws DeskFileError when it would be too large to be read.
 */
export function writeDeskFile({ archive, settings, entries }: DeskContent, now: number): string {
  const { title, address, archive: name } = archive
  const head = {
    format: deskFormat,
    version: deskVersion,
    made: new Date(now).toISOString(),
    archive: { title, address, archive: name },
    settings,
  }
  const lines = [...entries]
    .sort((one, other) => (toEntryName(one) < toEntryName(other) ? -1 : 1))
    .map((entry) => JSON.stringify({ ...toRecord(entry), at: Math.min(entry.at, now) }))
  const text = `${JSON.stringify(head).slice(0, -1)},"entries":[\n${lines.join(',\n')}\n]}\n`
  if (new Blob([text]).size > mostDeskBytes) throw new DeskFileError('large')
  return text
}

/**
 * Parses the text of a desk file, which anybody may have written. What is no entry is left out and counted.
 * @param now - milliseconds since 1970.
 * @throws DeskFileError Also for a sealed one.
 */
export function parseDeskFile(text: string, now: number): DeskFile {
  if (text.length > mostDeskBytes) throw new DeskFileError('large')
  const read = v.safeParse(bodyShape, parseDeskHead(text))
  if (!read.success) throw new DeskFileError('damaged')
  const { made, archive, settings, entries: records } = read.output
  let future = 0
  const entries = records.flatMap((record): DeskEntry[] => {
    const entry = parseDeskEntry(record)
    if (entry === undefined) return []
    if (entry.at <= now + clockSlackMs) return [entry]
    future++
    return [{ ...entry, at: 0 }]
  })
  return {
    made: Date.parse(made),
    archive,
    settings,
    entries: mergeEntries(entries, []),
    broken: records.length - entries.length,
    future,
  }
}

/** Parses what every version of the format has. @throws DeskFileError */
export function parseDeskHead(text: string): unknown {
  const isBounded = text.length <= mostSealedBytes && isBoundedJson(text, mostJson)
  if (!isBounded) throw new DeskFileError('large')
  const read = parseJson(text)
  const head = v.safeParse(headShape, read)
  if (!head.success) throw new DeskFileError('other')
  if (head.output.version > deskVersion) throw new DeskFileError('newer')
  return read
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const isOurs = text.startsWith(`{"format":"${deskFormat}"`)
    throw new DeskFileError(isOurs ? 'damaged' : 'other', { cause: error })
  }
}

/** Whether a file is of another archive than the one that is open: their posts have other ids. */
export function isOtherArchive(file: DeskArchive, open: DeskArchive): boolean {
  if (file.archive !== undefined && open.archive !== undefined) return file.archive !== open.archive
  if (file.address !== undefined && open.address !== undefined) return file.address !== open.address
  return file.title !== open.title
}
