/**
 * Merkle tree as in RFC 9162, 2.1 (Certificate Transparency): a leaf is the hash of a zero byte and its content, a node
 * that of a one byte and its two children; a node without a sibling steps up as it is. Nodes below the root are cut to
 * `nodeBytes`.
 */

/** SHA-256, 32 bytes. Callers bring their own: programs and browsers have different ones. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

/** Bytes of a node below the root: as hard to forge as a file's name. */
export const nodeBytes = 16

/** Where a leaf stands: its number, and how many leaves the tree has. */
export interface LeafPlace {
  number: number
  leaves: number
}

/** The leaf of some content, 32 bytes: the root of a tree without other leaves. */
export function toLeaf(content: Uint8Array, sha256: Sha256): Uint8Array {
  const bytes = new Uint8Array(1 + content.length)
  bytes.set(content, 1)
  return sha256(bytes)
}

/** The root, 32 bytes, and the path of every leaf: the siblings on the way up, from the leaf on. */
export function growTree(
  leaves: readonly Uint8Array[],
  sha256: Sha256,
): { root: Uint8Array; paths: Uint8Array[] } {
  const paths = leaves.map((_, number) => {
    return new Uint8Array(countPathBytes({ number, leaves: leaves.length }))
  })
  const filled = new Uint32Array(leaves.length)
  let level = leaves
  for (let height = 0; level.length > 1; height++) {
    for (const [number, path] of paths.entries()) {
      const sibling = level[(number >>> height) ^ 1]
      if (sibling === undefined) continue
      path.set(sibling.subarray(0, nodeBytes), filled[number] ?? 0)
      filled[number] = (filled[number] ?? 0) + nodeBytes
    }
    const above: Uint8Array[] = []
    for (let at = 0; at < level.length; at += 2) {
      const [left = new Uint8Array(), right] = level.slice(at, at + 2)
      above.push(right === undefined ? left : joinNodes(left, right, sha256))
    }
    level = above
  }
  return { root: level[0] ?? sha256(new Uint8Array()), paths }
}

/** Size of the path of a leaf. */
export function countPathBytes(place: LeafPlace): number {
  return listSides(place).length * nodeBytes
}

/** The root that a leaf leads to by its path, which has the right size. */
export function climbTree(
  leaf: Uint8Array,
  { path, ...place }: LeafPlace & { path: Uint8Array },
  sha256: Sha256,
): Uint8Array {
  let node = leaf
  for (const [step, side] of listSides(place).entries()) {
    const sibling = path.subarray(step * nodeBytes, (step + 1) * nodeBytes)
    node = side === 'left' ? joinNodes(sibling, node, sha256) : joinNodes(node, sibling, sha256)
  }
  return node
}

/** On which side the siblings stand on the way from a leaf to the root. */
function listSides({ number, leaves }: LeafPlace): ('left' | 'right')[] {
  const sides: ('left' | 'right')[] = []
  let at = number
  for (let last = leaves - 1; last > 0; last >>>= 1) {
    if (at % 2 === 1) sides.push('left')
    else if (at < last) sides.push('right')
    at >>>= 1
  }
  return sides
}

function joinNodes(left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array {
  const bytes = new Uint8Array(1 + 2 * nodeBytes)
  bytes[0] = 1
  bytes.set(left.subarray(0, nodeBytes), 1)
  bytes.set(right.subarray(0, nodeBytes), 1 + nodeBytes)
  return sha256(bytes)
}
