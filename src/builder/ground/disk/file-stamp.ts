import { lstatSync } from 'node:fs'

/** Times of files move in steps of a few milliseconds; a write within the same step as another leaves no trace. */
const clockStepMs = 50

/**
 * What the disk says of a file: while it stays the same, so do the bytes. NaN, which is like nothing, when that cannot be
 * relied on: the file is gone, or was changed a moment ago and may change again unnoticed.
 */
export type Stamp = readonly [size: number, mtimeMs: number, ctimeMs: number, inode: number]

/** A stamp that is like no other. */
export const noStamp: Stamp = [NaN, NaN, NaN, NaN]

const fields = noStamp.length

/** Stamps of many files. */
export class FileStamps {
  readonly #values: Float64Array

  constructor(files: number) {
    this.#values = new Float64Array(files * fields).fill(NaN)
  }

  at(place: number): Stamp {
    const values = this.#values
    const first = place * fields
    return [
      values[first] ?? NaN,
      values[first + 1] ?? NaN,
      values[first + 2] ?? NaN,
      values[first + 3] ?? NaN,
    ]
  }

  set(place: number, [size, mtimeMs, ctimeMs, inode]: Stamp): void {
    const values = this.#values
    const first = place * fields
    values[first] = size
    values[first + 1] = mtimeMs
    values[first + 2] = ctimeMs
    values[first + 3] = inode
  }
}

/** Asks the disk about files; `nowMs` is the time before the first is asked about. */
export function stampFiles(files: readonly { path: string }[], nowMs: number): FileStamps {
  const stamps = new FileStamps(files.length)
  for (const [at, { path }] of files.entries()) stamps.set(at, readStamp(path, nowMs))
  return stamps
}

/** Asks the disk about one file. */
export function readStamp(path: string, nowMs: number): Stamp {
  const status = lstatSync(path, { throwIfNoEntry: false })
  if (status === undefined || status.ctimeMs > nowMs - clockStepMs) return noStamp
  return [status.size, status.mtimeMs, status.ctimeMs, status.ino]
}
