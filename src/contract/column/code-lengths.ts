import { longestCode } from './code-reader.ts'

/**
 * Lengths of an optimal prefix code (Huffman). `weights` say how often each symbol occurs, the most frequent first.
 * Returns how many symbols have a code of 0, 1, 2 ... bits: the first symbols have the shortest ones. Only the single
 * symbol of an alphabet has a code of 0 bits.
 */
export function toCodeLengths(weights: readonly number[]): number[] {
  let usable = weights
  for (;;) {
    const lengths = countByLength(usable)
    if (lengths.length <= longestCode + 1) return lengths
    // Flatter weights give shorter codes; their order stays.
    usable = usable.map((weight) => Math.ceil(weight / 2))
  }
}

function countByLength(weights: readonly number[]): number[] {
  if (weights.length === 0) return []
  const depths = toDepths(joinLightest(weights))
  const lengths: number[] = []
  for (let leaf = 0; leaf < weights.length; leaf++) {
    const depth = depths[leaf] ?? 0
    while (lengths.length <= depth) lengths.push(0)
    lengths[depth] = (lengths[depth] ?? 0) + 1
  }
  return lengths
}

/**
 * Joins the two lightest nodes until one is left. Returns the parent of each node: first those of the symbols, then
 * those of the joined ones, which come in the order of their weights, so that no heap is needed.
 */
function joinLightest(weights: readonly number[]): Uint32Array {
  const nodes = weights.length * 2 - 1
  const parents = new Uint32Array(nodes)
  const joined: number[] = []
  let leaf = weights.length - 1
  let next = 0
  const takeLightest = (parent: number): number => {
    const own = leaf < 0 ? Infinity : (weights[leaf] ?? 0)
    const isLeaf = own <= (joined[next] ?? Infinity)
    parents[isLeaf ? leaf-- : weights.length + next++] = parent
    return isLeaf ? own : (joined[next - 1] ?? 0)
  }
  for (let node = weights.length; node < nodes; node++) {
    joined.push(takeLightest(node) + takeLightest(node))
  }
  return parents
}

function toDepths(parents: Uint32Array): Uint32Array {
  const depths = new Uint32Array(parents.length)
  // The last node is the root; parents come after their children.
  for (let node = parents.length - 2; node >= 0; node--) {
    depths[node] = (depths[parents[node] ?? 0] ?? 0) + 1
  }
  return depths
}
