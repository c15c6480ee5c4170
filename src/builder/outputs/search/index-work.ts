// Runs in worker threads and, for small archives, on the main one.
import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import type { FileHash } from '#contract/file-names.ts'
import { countProofBytes, sealSegment } from '#search/segment/block-proof.ts'
import { buildRun } from '#search/segment/build-run.ts'
import { toLeaf } from '#search/segment/merkle-tree.ts'
import { joinBytes } from '#core/bytes/join-bytes.ts'
import { mergeToRun } from '#search/segment/merge-runs.ts'
import { RunReader } from '#search/segment/run-reader.ts'
import { writeSegment, type SegmentDirectory } from '#search/segment/segment-writer.ts'
import { sha256 } from '#builder/ground/sha256.ts'
import { answering } from '#builder/ground/threads/thread-answer.ts'
import { toSearchTexts, type RecordBatch } from './record-texts.ts'
import type { RunFile } from './run-cache.ts'

/** Runs to merge, in the order of their posts, and the file to write. */
export interface MergeWork {
  runs: RunFile[]
  to: string
}

/** A segment that is merged. */
export interface MergedSegment {
  id: FileHash
  /** Size of the file of each block in bytes: the block, then its path. */
  sizes: number[]
  directory: SegmentDirectory
}

/** A segment whose blocks are concatenated in one file, and the paths of these blocks, concatenated too. */
export interface SegmentPieces {
  segment: MergedSegment
  paths: Uint8Array
}

const pieceBytes = 1 << 16

/** Indexes consecutive posts as a run. */
export function indexPosts(batch: RecordBatch): Uint8Array {
  return buildRun(toSearchTexts(batch))
}

/** Merges consecutive runs into a larger one. */
export function mergeIntoRun(work: MergeWork): void {
  withFiles(work, (runs, write) => {
    for (const piece of mergeToRun(runs)) write(piece)
  })
}

/** Merges runs into the blocks of a segment. */
export function mergeIntoSegment(work: MergeWork): SegmentPieces {
  return withFiles(work, (runs, write) => {
    const leaves: Uint8Array[] = []
    const lengths: number[] = []
    const blocks = writeSegment(runs)
    for (;;) {
      const { done, value } = blocks.next()
      if (done === true) return toPieces({ leaves, lengths, directory: value })
      leaves.push(toLeaf(value, sha256))
      lengths.push(value.length)
      write(value)
    }
  })
}

function toPieces({
  leaves,
  lengths,
  directory,
}: Pick<MergedSegment, 'directory'> & {
  leaves: readonly Uint8Array[]
  lengths: readonly number[]
}): SegmentPieces {
  const { id, paths } = sealSegment(leaves, sha256)
  const blocks = leaves.length
  const sizes = lengths.map((bytes, number) => bytes + countProofBytes({ number, blocks }))
  return { segment: { id, sizes, directory }, paths: joinBytes(paths) }
}

function withFiles<Result>(
  { runs, to }: MergeWork,
  work: (runs: RunReader[], write: (bytes: Uint8Array) => void) => Result,
): Result {
  const open: number[] = []
  const openFile = (path: string, flags: string): number => {
    const file = openSync(path, flags)
    open.push(file)
    return file
  }
  try {
    const target = openFile(to, 'w')
    const readers = runs.map(({ path, headBytes }) => {
      return new RunReader(makePull(openFile(path, 'r'), headBytes), path)
    })
    return work(readers, (bytes) => writeWhole(target, bytes))
  } finally {
    for (const file of open) closeSync(file)
  }
}

/** Makes a function that reads a file piece by piece; each piece is a new array, because readers keep parts of it. */
function makePull(file: number, start: number): () => Uint8Array | undefined {
  let at = start
  return () => {
    const piece = new Uint8Array(pieceBytes)
    const read = readSync(file, piece, 0, pieceBytes, at)
    at += read
    return read === 0 ? undefined : piece.subarray(0, read)
  }
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done)
}

// The same on worker threads.
export const indexPostsAway = answering(indexPosts)
export const mergeIntoRunAway = answering(mergeIntoRun)
export const mergeIntoSegmentAway = answering(mergeIntoSegment)
