import type { Pair, ParsedNode, YAMLMap } from 'yaml'
import { loadYamlParser } from './yaml-parser.ts'

/** As many values may aliases repeat in one block; real front matter has a few dozen. */
const maxRepeated = 1000
const maxDepth = 8

type ParsedPair = Pair<ParsedNode, ParsedNode | null>

/**
 * Puts the value of an anchor in the place of each alias (`*name`) and of each merge (`<<: *name`) that refers to it, and
 * takes the name from the anchor. What refers to nothing, to a value around itself, or to more values than a person would
 * repeat stays as it is, and so do anchors of plain words without an alias: such signs are text more often than YAML.
 */
export function placeAliases(root: ParsedNode): void {
  const { isAlias, isMap, isScalar, isSeq } = loadYamlParser()
  const anchors = new Map<string, { node: ParsedNode; size: number }>()
  let repeated = 0

  const place = (node: ParsedNode, depth: number): { node: ParsedNode; size: number } => {
    if (isAlias(node)) {
      const found = anchors.get(node.source)
      if (found === undefined || repeated + found.size > maxRepeated) return { node, size: 1 }
      repeated += found.size
      delete found.node.anchor
      return found
    }
    const { anchor } = node
    const placed = { node, size: 1 + placeInside(node, depth) }
    // Known only once it is read whole, so nothing can hold itself.
    if (anchor !== undefined) anchors.set(anchor, placed)
    // Only before words without quotes may it be a word itself.
    if (!isScalar(node) || node.type !== 'PLAIN') delete node.anchor
    return placed
  }
  const placeInside = (node: ParsedNode, depth: number): number => {
    if (depth > maxDepth) return 0
    let size = 0
    const placeOne = (inner: ParsedNode | null) => {
      if (inner === null) return inner
      const placed = place(inner, depth + 1)
      size += placed.size
      return placed.node
    }
    if (isSeq(node)) node.items = node.items.map((item) => placeOne(item) ?? item)
    else if (isMap(node)) {
      for (const pair of node.items) pair.value = placeOne(pair.value)
      node.items = mergePairs(node.items)
    }
    return size
  }
  const mergePairs = (pairs: ParsedPair[]): ParsedPair[] => {
    const own = new Set(pairs.map(({ key }) => (isScalar(key) ? key.source : undefined)))
    return pairs.flatMap((pair): ParsedPair[] => {
      const { key, value } = pair
      if (!isScalar(key) || key.source !== '<<' || value === null) return [pair]
      const given: (ParsedNode | null)[] = isSeq(value) ? value.items : [value]
      if (!given.every((one): one is YAMLMap.Parsed => isMap(one))) return [pair]
      return given.flatMap(({ items }) =>
        items.filter((inner) => {
          const name = isScalar(inner.key) ? inner.key.source : undefined
          return name !== undefined && !own.has(name) && own.add(name)
        }),
      )
    })
  }
  place(root, 0)
}
