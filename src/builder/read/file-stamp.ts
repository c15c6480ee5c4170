import { lstatSync } from 'node:fs'
import type { PostFile } from './post-file.ts'

/** Times of files move in steps of a few milliseconds; a write within the same step as another leaves no trace. */
const clockStepMs = 50

/** A file that is to be read as a post, and what the disk says of it. */
export interface StampedFile extends PostFile {
  /**
   * Size, times and place: while they stay the same, so do the bytes. `undefined` when that cannot be relied on: the file is
   * gone, or was changed a moment ago and may change again unnoticed.
   */
  stamp: string | undefined
}

/** Asks the disk about files, and notes it on them; `nowMs` is the time before the first is asked about. */
export function stampFiles(files: PostFile[], nowMs: number): StampedFile[] {
  return files.map((file) => Object.assign(file, { stamp: readStamp(file.path, nowMs) }))
}

function readStamp(path: string, nowMs: number): string | undefined {
  const status = lstatSync(path, { throwIfNoEntry: false })
  if (status === undefined || status.ctimeMs > nowMs - clockStepMs) return undefined
  return `${status.size} ${status.mtimeMs} ${status.ctimeMs} ${status.ino}`
}
