// Entry point of the worker threads.
import { answering } from '#builder/ground/threads/thread-answer.ts'
import type { PostFile } from '#builder/read/discover/post-file.ts'
import {
  detectByLibrary,
  type DetectByLibrary,
} from '#builder/read/language/detect-spoken-language.ts'
import { prepareFile, type PreparedFile } from './prepare-file.ts'

/** A file of a batch. */
export interface BatchFile {
  file: PostFile
  /** Content hash in an earlier build; absent when the file is new. */
  knownHash?: string | undefined
}

/** Reads and cleans the posts of a batch; the results are in its order. `byLibrary` as for `detectSpokenLanguage`. */
export async function prepareFiles(
  batch: BatchFile[],
  byLibrary?: DetectByLibrary,
): Promise<PreparedFile[]> {
  // Together: those that wait for another thread wait only once.
  return Promise.all(batch.map(({ file, knownHash }) => prepareFile(file, knownHash, byLibrary)))
}

// The same on worker threads.
export const prepareBatchAway = answering((batch: BatchFile[]) => prepareFiles(batch))
export const detectByLibraryAway = answering(detectByLibrary)
