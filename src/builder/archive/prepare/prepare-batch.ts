// Entry point of the worker threads.
import type { PostFile } from '#builder/read/discover/post-file.ts'
import { prepareFile, type PreparedFile } from './prepare-file.ts'

/** A file of a batch. */
export interface BatchFile {
  file: PostFile
  /** Content hash in an earlier build; absent when the file is new. */
  knownHash?: string | undefined
}

/** Reads and cleans the posts of a batch, in order. */
export async function prepareBatch(batch: BatchFile[]): Promise<PreparedFile[]> {
  const prepared: PreparedFile[] = []
  for (const { file, knownHash } of batch) prepared.push(await prepareFile(file, knownHash))
  return prepared
}
