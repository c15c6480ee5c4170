import { compareText } from '#builder/ground/text/compare.ts'
import type { FileStamps } from '#builder/ground/disk/file-stamp.ts'
import type { FoundFile, PostFolder } from '#builder/read/discover/post-file.ts'
import type { SourceTable } from './source-table.ts'

/** What the cache knows of the files of a build. */
export interface SourceMatch {
  /** By file: its row in the known table, or -1. */
  rows: Int32Array
  /** Indexes of the files that must be read: new files, and files whose stamp changed or cannot be trusted. */
  fresh: number[]
  /** Whether no file is new, changed or gone. */
  isWhole: boolean
}

/** Longer than any path. */
const longestName = 1 << 16

/** Matches files with the rows of the known table. Both are in the same order, so one merge pass finds all matches. */
export function matchSources(
  known: SourceTable,
  files: readonly FoundFile[],
  stamps: FileStamps,
): SourceMatch {
  const rows = new Int32Array(files.length).fill(-1)
  const fresh: number[] = []
  const path = new PathBytes()
  let row = 0
  for (const [at, file] of files.entries()) {
    // Nearly every file is the next known one, and encoding a name is faster than decoding one.
    let isKnown = row < known.rows && known.blobs.file.equals(row, path.bytes, path.write(file))
    if (!isKnown) {
      row = findRow(known, row, file.file)
      isKnown = row < known.rows && known.file(row) === file.file
    }
    if (isKnown && isSameSite(known, row, file)) rows[at] = row
    if (rows[at] === -1 || !known.hasStamp(row, stamps.at(at))) fresh.push(at)
    // A row belongs to one file, even where two names are equal after normalization.
    if (isKnown) row++
  }
  return { rows, fresh, isWhole: fresh.length === 0 && files.length === known.rows }
}

/** Whether a file would be read as it was then. */
function isSameSite(known: SourceTable, row: number, file: FoundFile): boolean {
  return known.timeZone(row) === file.timeZone && known.siteKey(row) === file.settingsKey
}

/** Encodes the paths of files; neighbours share a folder, which is encoded once. */
class PathBytes {
  readonly bytes = Buffer.alloc(longestName)
  #folder: PostFolder | undefined
  #folderBytes = 0

  /** Returns the number of bytes written. */
  write({ folder, baseName }: FoundFile): number {
    if (folder !== this.#folder) {
      this.#folder = folder
      this.#folderBytes = this.bytes.write(folder.file)
    }
    return this.#folderBytes + this.bytes.write(baseName, this.#folderBytes)
  }
}

/** The first row at or after `from` whose file does not sort before `file`. */
function findRow(known: SourceTable, from: number, file: string): number {
  let row = from
  while (row < known.rows && compareText(known.file(row), file) < 0) row++
  return row
}
