import { toFileHash, type FileHash } from '#contract/file-names.ts'
import { climbTree, countPathBytes, growTree, toLeaf, type Sha256 } from './merkle-tree.ts'

/** Where a block stands in its segment: its number, and how many blocks the segment has. */
export interface BlockPlace {
  number: number
  blocks: number
}

/** A segment whose blocks are written. */
export interface SealedSegment {
  /** Names the segment: the first 130 bits of the root of the tree over its blocks. */
  id: FileHash
  /** What follows each block in its file, so that it is proven alone: its path in the tree. */
  paths: Uint8Array[]
}

/** Names a segment by the leaves of its blocks (see `toLeaf`), in the order of their numbers. */
export function sealSegment(leaves: readonly Uint8Array[], sha256: Sha256): SealedSegment {
  const { root, paths } = growTree(leaves, sha256)
  return { id: toFileHash(root), paths }
}

/** Size of what follows a block in its file. */
export function countProofBytes({ number, blocks }: BlockPlace): number {
  return countPathBytes({ number, leaves: blocks })
}

/** The block in a file, without its proof. Reads nothing of it. */
export function dropProof(file: Uint8Array, place: BlockPlace): Uint8Array {
  return file.subarray(0, Math.max(0, file.length - countProofBytes(place)))
}

/** The segment that a file proves to be a block of, at this place. Any other bytes lead to a name that no segment has. */
export function toProvenSegment(file: Uint8Array, place: BlockPlace, sha256: Sha256): FileHash {
  const block = dropProof(file, place)
  const path = file.subarray(block.length)
  const tree = { number: place.number, leaves: place.blocks, path }
  return toFileHash(climbTree(toLeaf(block, sha256), tree, sha256))
}
