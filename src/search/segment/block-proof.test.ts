import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { fileHashPattern } from '#contract/file-names.ts'
import { joinBytes } from '#core/bytes/join-bytes.ts'
import { countProofBytes, dropProof, sealSegment, toProvenSegment } from './block-proof.ts'
import { toLeaf, type Sha256 } from './merkle-tree.ts'

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest()
const blocks = Array.from({ length: 5 }, (_, at) => Buffer.from(`block ${at}`))
const { id, paths } = sealSegment(
  blocks.map((block) => toLeaf(block, sha256)),
  sha256,
)
const files = blocks.map((block, number) => joinBytes([block, paths[number] ?? block]))

test('A4 each file proves alone that it is a block of its segment', () => {
  expect(id).toMatch(fileHashPattern)
  for (const [number, file] of files.entries()) {
    const place = { number, blocks: blocks.length }
    expect(toProvenSegment(file, place, sha256)).toBe(id)
    expect(Buffer.from(dropProof(file, place))).toEqual(blocks[number])
    expect(file.length - (blocks[number]?.length ?? 0)).toBe(countProofBytes(place))
  }
})

const [file = new Uint8Array()] = files
test.each<[string, Uint8Array, { number?: number; blocks?: number }?]>([
  ['cut off', file.subarray(0, -1)],
  ['longer', joinBytes([file, Uint8Array.of(0)])],
  ['empty', new Uint8Array()],
  ['shorter than its proof', file.subarray(0, 20)],
  ['of another number', file, { number: 1 }],
  ['of a segment with more blocks', file, { blocks: 9 }],
  ['of a segment with one block', file, { blocks: 1 }],
  ['in the place of another', files[1] ?? file],
  ['without its proof', blocks[0] ?? file],
])('A4 a file that is %s proves nothing', (_, bytes, place = {}) => {
  expect(toProvenSegment(bytes, { number: 0, blocks: 5, ...place }, sha256)).not.toBe(id)
})

test('a segment without blocks has a name', () => {
  expect(sealSegment([], sha256).id).toMatch(fileHashPattern)
})
