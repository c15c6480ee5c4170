import { createHash } from 'node:crypto'
import { searchBlockPath, type FileHash } from '#contract/file-names.ts'
import { joinBytes } from '#core/bytes/join-bytes.ts'
import { SearchFormatError } from '../bytes/search-format-error.ts'
import type { SearchSource } from '../engine/search-source.ts'
import { toBlockSizes, type BlockSizes } from '../segment/block-sizes.ts'
import { dropProof, sealSegment } from '../segment/block-proof.ts'
import { buildRun, type SearchText } from '../segment/build-run.ts'
import { toLeaf, type Sha256 } from '../segment/merkle-tree.ts'
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

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest()

/** Adds the blocks of a segment under their paths. */
export function addSegment(
  index: TestIndex,
  segment: Generator<Uint8Array, SegmentDirectory>,
): SegmentDirectory & { id: FileHash } {
  const blocks: Uint8Array[] = []
  let step = segment.next()
  for (; step.done !== true; step = segment.next()) blocks.push(step.value)
  return { ...step.value, id: addBlocks(index, blocks) }
}

/** Adds blocks, each with its proof, and returns the name of the segment they make. */
function addBlocks(index: TestIndex, blocks: readonly Uint8Array[]): FileHash {
  const { id, paths } = sealSegment(
    blocks.map((block) => toLeaf(block, sha256)),
    sha256,
  )
  for (const [number, block] of blocks.entries()) {
    index.blocks.set(searchBlockPath(id, number), joinBytes([block, paths[number] ?? block]))
  }
  return id
}

/** The block in a file of an index, without its proof. */
export function readBlock({ root, blocks }: TestIndex, path: string): Uint8Array {
  const [, , id, name] = path.split('/')
  const segment = parseRoot(root).segments.find((known) => known.id === id)
  const place = { number: Number.parseInt(name ?? '', 10), blocks: segment?.blocks ?? 0 }
  return dropProof(blocks.get(path) ?? new Uint8Array(), place)
}

/** The index as its own keeper could write it: with another block, and everything proven that leads to it. */
export function replaceBlock(index: TestIndex, path: string, block: Uint8Array): TestIndex {
  const changed: TestIndex = { root: new Uint8Array(), blocks: new Map() }
  const segments = parseRoot(index.root).segments.map((segment) => {
    const paths = Array.from({ length: segment.blocks }, (_, at) => searchBlockPath(segment.id, at))
    const written = paths.map((own) => (own === path ? block : readBlock(index, own)))
    segment.id = addBlocks(changed, written)
    return segment
  })
  changed.root = toRootBytes(segments)
  return changed
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
    sha256,
    fetchBlock: async (path, { isProven }) => {
      asked.push(path)
      const bytes = blocks.get(path)
      if (bytes === undefined) throw new Error(`no file ${path}`)
      if (!isProven(bytes)) throw new SearchFormatError(`${path}: not proven`)
      return await Promise.resolve(bytes)
    },
    selectionOf: () => Promise.reject(new Error('no facets')),
    daysOf: () => Promise.reject(new Error('no days')),
    ...more,
  }
}
