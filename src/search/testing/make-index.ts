import { createHash } from 'node:crypto'
import { searchBlockPath, toFileHash } from '#contract/file-names.ts'
import type { SearchSource } from '../engine/search-source.ts'
import { toBlockSizes, type BlockSizes } from '../segment/block-sizes.ts'
import { buildRun, type SearchText } from '../segment/build-run.ts'
import { planRuns, planSegments, type SegmentSizes } from '../segment/plan-segments.ts'
import { RunReader } from '../segment/run-reader.ts'
import { parseRoot, toRootBytes } from '../segment/search-root.ts'
import { writeSegment, type SegmentDirectory } from '../segment/segment-writer.ts'

/** Sizes so small that a few posts fill several segments, blocks and chunks. */
export const smallSegments: SegmentSizes = { rowsPerRun: 3, rowsOfOne: 6, rowsOfLast: 4 }

/** See `smallSegments`. */
export const smallBlocks: BlockSizes = {
  blockBytes: 60,
  inlineBytes: 3,
  documentsPerChunk: 3,
  positionsPerChunk: 5,
}

/** An index in memory. */
export interface TestIndex {
  root: Uint8Array
  /** Path -> bytes. */
  blocks: Map<string, Uint8Array>
}

/** Reads a run in pieces, as from a file. */
export function readRun(bytes: Uint8Array, pieceBytes = 1000): RunReader {
  let at = 0
  return new RunReader(() => {
    if (at >= bytes.length) return undefined
    at += pieceBytes
    return bytes.subarray(at - pieceBytes, at)
  }, 'run')
}

/** Builds the index of some posts. */
export function makeIndex(
  posts: readonly SearchText[],
  { segments, blocks }: { segments?: SegmentSizes; blocks?: BlockSizes } = {},
): TestIndex {
  const index: TestIndex = { root: new Uint8Array(), blocks: new Map() }
  const directories = planSegments(posts.length, segments).map((segment) => {
    const runs = planRuns(segment, segments?.rowsPerRun).map(({ first, rows }) =>
      readRun(buildRun(posts.slice(first, first + rows))),
    )
    return addSegment(index, writeSegment(runs, blocks ?? toBlockSizes(segment.rows)))
  })
  index.root = toRootBytes(directories)
  return index
}

/** Adds the blocks of a segment under their paths. */
export function addSegment(
  index: TestIndex,
  segment: Generator<Uint8Array, SegmentDirectory>,
): SegmentDirectory & { id: ReturnType<typeof toFileHash> } {
  const files: Uint8Array[] = []
  let step = segment.next()
  for (; step.done !== true; step = segment.next()) files.push(step.value)
  const digest = createHash('sha256')
  for (const file of files) digest.update(file)
  const id = toFileHash(digest.digest())
  for (const [number, file] of files.entries()) index.blocks.set(searchBlockPath(id, number), file)
  return { ...step.value, id }
}

/** A source that reads the index from memory. `asked` collects the requested paths. */
export function toSource(
  { root, blocks }: TestIndex,
  more: Partial<SearchSource> = {},
): SearchSource & { asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    root: parseRoot(root),
    fetchBlock: async (path) => {
      asked.push(path)
      const bytes = blocks.get(path)
      if (bytes === undefined) throw new Error(`no file ${path}`)
      return await Promise.resolve(bytes)
    },
    selectionOf: () => Promise.reject(new Error('no facets')),
    daysOf: () => Promise.reject(new Error('no days')),
    ...more,
  }
}
