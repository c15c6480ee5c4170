import { compareText } from '#builder/ground/text/compare.ts'
import type { FileStamps } from '#builder/ground/disk/file-stamp.ts'
import type { FoundFile, PostFolder } from '#builder/read/discover/post-file.ts'
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

/** Longer than any path. */
const longestName = 1 << 16

/** Looks files up among the known ones. Both stand in the same order, so that one walk over both finds them all. */
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
    // Nearly every file is the next known one, and making bytes of a name is faster than making a name of bytes.
    let isKnown = row < known.rows && known.blobs.file.equals(row, path.bytes, path.write(file))
    if (!isKnown) {
      row = findRow(known, row, file.file)
      isKnown = row < known.rows && known.file(row) === file.file
    }
    if (isKnown && known.timeZone(row) === file.timeZone) rows[at] = row
    if (rows[at] === -1 || !known.hasStamp(row, stamps.at(at))) fresh.push(at)
    // Each row is one file's, also where two names are one after normalization.
    if (isKnown) row++
  }
  return { rows, fresh, isWhole: fresh.length === 0 && files.length === known.rows }
}

/** Writes the paths of files as bytes; neighbours share their folder, which is written once. */
class PathBytes {
  readonly bytes = Buffer.alloc(longestName)
  #folder: PostFolder | undefined
  #folderBytes = 0

  /** Gives the number of bytes. */
  write({ folder, fileName }: FoundFile): number {
    if (folder !== this.#folder) {
      this.#folder = folder
      this.#folderBytes = this.bytes.write(folder.file)
    }
    return this.#folderBytes + this.bytes.write(fileName, this.#folderBytes)
  }
}

/** The first row from one on that does not stand before a file. */
function findRow(known: SourceTable, from: number, file: string): number {
  let row = from
  while (row < known.rows && compareText(known.file(row), file) < 0) row++
  return row
}
