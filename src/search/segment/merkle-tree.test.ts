import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  climbTree,
  countPathBytes,
  growTree,
  nodeBytes,
  toLeaf,
  type Sha256,
} from './merkle-tree.ts'

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest()

/** The tree as RFC 9162 defines it: split at the largest power of two below the number of leaves. */
function toRootByDefinition(contents: readonly Uint8Array[]): Buffer {
  const [first] = contents
  if (first === undefined) return createHash('sha256').digest()
  if (contents.length === 1) return createHash('sha256').update('\0').update(first).digest()
  let half = 1
  while (half * 2 < contents.length) half *= 2
  return createHash('sha256')
    .update('\u0001')
    .update(toRootByDefinition(contents.slice(0, half)).subarray(0, nodeBytes))
    .update(toRootByDefinition(contents.slice(half)).subarray(0, nodeBytes))
    .digest()
}

const contents = (count: number) =>
  Array.from({ length: count }, (_, at) => Buffer.from(`block ${at}`))

function grow(count: number) {
  const leaves = contents(count).map((content) => toLeaf(content, sha256))
  return { leaves, ...growTree(leaves, sha256) }
}

test('the root is that of the definition', () => {
  for (let count = 0; count <= 70; count++) {
    expect(Buffer.from(grow(count).root)).toEqual(toRootByDefinition(contents(count)))
  }
})

test('every leaf leads to the root by its own path', () => {
  for (let count = 1; count <= 70; count++) {
    const { leaves, root, paths } = grow(count)
    for (const [number, leaf] of leaves.entries()) {
      const path = paths[number] ?? new Uint8Array()
      expect(path).toHaveLength(countPathBytes({ number, leaves: count }))
      expect(climbTree(leaf, { number, leaves: count, path }, sha256)).toEqual(root)
    }
  }
})

test.each([
  [{ number: 0, leaves: 1 }, 0],
  [{ number: 0, leaves: 2 }, 1],
  [{ number: 2, leaves: 3 }, 1],
  [{ number: 1, leaves: 3 }, 2],
  [{ number: 4, leaves: 5 }, 1],
  [{ number: 1_999, leaves: 2_411 }, 12],
  [{ number: 2 ** 32 - 2, leaves: 2 ** 32 - 1 }, 31],
  // No tree has such a leaf: the way up still ends.
  [{ number: 7, leaves: 2 }, 1],
])('the path of %j has %i nodes', (place, nodes) => {
  expect(countPathBytes(place)).toBe(nodes * nodeBytes)
})

describe('A4 another root is reached', () => {
  const tree = fc.integer({ min: 2, max: 40 }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      number: fc.nat(count - 1),
      other: fc.nat(count - 1),
      bit: fc.nat(),
    }),
  )

  test('by other content', () => {
    fc.assert(
      fc.property(tree, fc.uint8Array(), ({ count, number }, content) => {
        const { root, paths } = grow(count)
        const path = paths[number] ?? new Uint8Array()
        const place = { number, leaves: count, path }
        expect(climbTree(toLeaf(content, sha256), place, sha256)).not.toEqual(root)
      }),
    )
  })

  test('by a path with a flipped bit', () => {
    fc.assert(
      fc.property(tree, ({ count, number, bit }) => {
        const { leaves, root, paths } = grow(count)
        const path = (paths[number] ?? new Uint8Array()).slice()
        const at = (bit >>> 3) % path.length
        path[at] = (path[at] ?? 0) ^ (1 << (bit & 7))
        const place = { number, leaves: count, path }
        expect(climbTree(leaves[number] ?? path, place, sha256)).not.toEqual(root)
      }),
    )
  })

  test('in another place, by whichever path', () => {
    fc.assert(
      fc.property(tree, ({ count, number, other }) => {
        fc.pre(number !== other)
        const { leaves, root, paths } = grow(count)
        for (const path of paths) {
          const place = { number: other, leaves: count, path }
          expect(climbTree(leaves[number] ?? path, place, sha256)).not.toEqual(root)
        }
      }),
    )
  })

  test('by a node in place of a leaf', () => {
    const { leaves, root } = grow(2)
    const [left = root, right = root] = leaves
    const node = Buffer.concat([left.subarray(0, nodeBytes), right.subarray(0, nodeBytes)])
    expect(toLeaf(node, sha256)).not.toEqual(root)
  })
})
