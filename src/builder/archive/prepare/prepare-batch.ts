// Entry of the worker threads.
import type { PostFile } from '#builder/read/discover/post-file.ts'
import { prepareFile, type PreparedFile } from './prepare-file.ts'

/** One file of a batch. */
export interface BatchFile {
  file: PostFile
  /** Content hash at an earlier build; absent when it is new. */
  knownHash?: string | undefined
}

/** Reads and cleans some posts, in order. */
export function prepareBatch(batch: BatchFile[]): PreparedFile[] {
  return batch.map(({ file, knownHash }) => prepareFile(file, knownHash))
}
