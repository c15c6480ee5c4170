import { attributeOf, type ArticleElement, type ArticleNode } from './article-tree.ts'

/** Counts elements and text nodes. */
export function countNodes(nodes: readonly ArticleNode[]): number {
  let count = 0
  for (const node of nodes) {
    count += node.kind === 'text' ? 1 : 1 + countNodes(node.children)
  }
  return count
}

/**
 * Splits an article into parts of at most `nodesPerPart` nodes, between elements where possible. An element larger than a
 * part continues in the next one.
 */
export function splitParts(nodes: readonly ArticleNode[], nodesPerPart: number): ArticleNode[][] {
  if (nodes.length === 0) return []
  if (countNodes(nodes) <= nodesPerPart) return [[...nodes]]
  const splitter: Splitter = { parts: [], open: [], count: 0, nodesPerPart }
  startPart(splitter)
  for (const node of nodes) place(node, splitter)
  return splitter.parts.filter((part) => part.length > 0)
}

interface Splitter {
  parts: ArticleNode[][]
  /** Open elements of the current part, outermost first, as copies that belong to it. */
  open: ArticleElement[]
  /** Number of nodes in the current part. */
  count: number
  nodesPerPart: number
}

function startPart(splitter: Splitter): void {
  const innermost = splitter.open.at(-1)
  const copies = splitter.open.map((element) => toContinuation(element, element === innermost))
  for (const [at, copy] of copies.entries()) copies[at - 1]?.children.push(copy)
  const [outermost] = copies
  splitter.parts.push(outermost ? [outermost] : [])
  splitter.open = copies
  splitter.count = copies.length
}

/** Copies an element without attributes that must not repeat; a numbered list continues its numbering. */
function toContinuation(element: ArticleElement, isBetweenItems: boolean): ArticleElement {
  const attributes = element.attributes.filter(([name]) => name !== 'id' && name !== 'start')
  if (element.tag === 'ol') {
    const items = element.children.length - (isBetweenItems ? 0 : 1)
    attributes.push(['start', String(Number(attributeOf(element, 'start') ?? 1) + items)])
  }
  return { ...element, attributes, children: [] }
}

function place(node: ArticleNode, splitter: Splitter): void {
  const size = countNodes([node])
  if (splitter.count + size <= splitter.nodesPerPart) return append(node, size, splitter)
  const isLeaf = node.kind === 'text' || node.children.length === 0
  if (isLeaf || size + splitter.open.length <= splitter.nodesPerPart / 2) {
    startPart(splitter)
    return append(node, size, splitter)
  }
  const copy = { ...node, children: [] }
  append(copy, 1, splitter)
  splitter.open.push(copy)
  for (const child of node.children) place(child, splitter)
  splitter.open.pop()
}

function append(node: ArticleNode, size: number, splitter: Splitter): void {
  const siblings = splitter.open.at(-1)?.children ?? splitter.parts.at(-1)
  siblings?.push(node)
  splitter.count += size
}
