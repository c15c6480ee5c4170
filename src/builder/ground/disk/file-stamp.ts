import { lstatSync } from 'node:fs'
import { toDiskPath } from './disk-name.ts'

/** File times advance in steps of a few milliseconds: a second write within one step leaves the time unchanged. */
export const clockStepMs = 50

/**
 * Size, times and inode of a file: equal stamps mean equal bytes. All NaN, which equals nothing, when that cannot be
 * relied on: the file is gone, or changed so recently that another change could go unnoticed.
 */
export type Stamp = readonly [size: number, mtimeMs: number, ctimeMs: number, inode: number]

/** A stamp that equals no other. */
export const noStamp: Stamp = [NaN, NaN, NaN, NaN]

const fields = noStamp.length

/** Stamps of many files, in one typed array. */
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

/** Reads the stamps of files; take `nowMs` before the call. */
export function stampFiles(files: readonly { path: string }[], nowMs: number): FileStamps {
  const stamps = new FileStamps(files.length)
  for (const [at, { path }] of files.entries()) stamps.set(at, readStamp(path, nowMs))
  return stamps
}

/** Reads the stamp of one file. */
export function readStamp(path: string, nowMs: number): Stamp {
  const status = lstatSync(toDiskPath(path), { throwIfNoEntry: false })
  if (status === undefined || status.ctimeMs > nowMs - clockStepMs) return noStamp
  return [status.size, status.mtimeMs, status.ctimeMs, status.ino]
}
