import {
  isBlank,
  isBlock,
  isTag,
  toElement,
  type ArticleElement,
  type ArticleNode,
} from './article-tree.ts'

/** Creates a seam: an invisible placeholder for a removed block, because the texts around it were on separate lines. */
export function toSeam(): ArticleElement {
  return { ...toElement('br'), isSeam: true }
}

/** Whether a node is a seam. */
export function isSeam(node: ArticleNode | undefined): boolean {
  return node?.kind === 'element' && node.isSeam === true
}

/**
 * Resolves the seams among siblings. A seam becomes a line break if the nodes around it would run together, and is
 * removed otherwise. At the edge of a block (or of the article) nothing can run together; at the edge of an inline
 * element it can.
 */
export function settleSeams(nodes: ArticleNode[], isInBlock: boolean): ArticleNode[] {
  if (!nodes.some((node) => isSeam(node))) return nodes
  const settled: ArticleNode[] = []
  for (const [at, node] of nodes.entries()) {
    if (!isSeam(node)) {
      settled.push(node)
      continue
    }
    const before = settled.at(-1)
    const after = nodes.slice(at + 1, at + 2)[0]
    if (isSeam(after)) continue
    if (needsBreak(before, isInBlock) && needsBreak(after, isInBlock)) settled.push(toElement('br'))
  }
  return settled
}

function needsBreak(neighbour: ArticleNode | undefined, isInBlock: boolean): boolean {
  if (neighbour === undefined) return !isInBlock
  return !isBlock(neighbour) && !isTag(neighbour, 'br')
}

/** Whether a node shows anything: text, a picture, a player, a rule. */
export function hasContent(node: ArticleNode): boolean {
  if (node.kind === 'text') return !isBlank(node)
  if (isTag(node, 'img', 'audio', 'video', 'hr', 'br', 'table')) return true
  return node.isStandIn === true || node.children.some((child) => hasContent(child))
}
