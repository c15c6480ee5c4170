import { compareText } from '../order/compare.ts'
import type { FileStamps } from '../read/file-stamp.ts'
import type { FoundFile } from '../read/post-file.ts'
import type { SourceTable } from './source-table.ts'

/** What is known of the files of a build. */
export interface SourceMatch {
  /** By file: its row among the known ones, or -1. */
  rows: Int32Array
  /** Places of the files that have to be read: new ones, and those whose stamp is another or cannot be relied on. */
  fresh: number[]
  /** No file is new, changed or gone. */
  isWhole: boolean
}

/** Looks files up among the known ones. Both stand in the same order, so that one walk over both finds them all. */
export function matchSources(
  known: SourceTable,
  files: readonly FoundFile[],
  stamps: FileStamps,
): SourceMatch {
  const rows = new Int32Array(files.length).fill(-1)
  const fresh: number[] = []
  let row = 0
  let name = nameOf(known, row)
  for (const [at, { file, timeZone }] of files.entries()) {
    while (name !== undefined && compareText(name, file) < 0) name = nameOf(known, ++row)
    if (name === file && known.timeZone(row) === timeZone) rows[at] = row
    if (rows[at] === -1 || !known.hasStamp(row, stamps.at(at))) fresh.push(at)
    // Each row is one file's, also where two names are one after normalization.
    if (name === file) name = nameOf(known, ++row)
  }
  return { rows, fresh, isWhole: fresh.length === 0 && files.length === known.rows }
}

function nameOf(known: SourceTable, row: number): string | undefined {
  return row < known.rows ? known.file(row) : undefined
}
