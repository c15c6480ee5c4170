import {
  isBlank,
  isBlock,
  isTag,
  toElement,
  type ArticleElement,
  type ArticleNode,
} from './article-tree.ts'

/** Takes the place of an empty block: it shows nothing, but the texts around it stood on two lines. */
export function toSeam(): ArticleElement {
  return { ...toElement('br'), isSeam: true }
}

/** Whether a node is a seam. */
export function isSeam(node: ArticleNode | undefined): boolean {
  return node?.kind === 'element' && node.isSeam === true
}

/**
 * Decides the seams among siblings: a line break where both neighbours are text that would run together, else nothing.
 * At the edge of a block (or of the article) nothing can run together; at the edge of an inline element it can.
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

/** Whether a node shows anything: a word, a picture, a player, a rule. */
export function hasContent(node: ArticleNode): boolean {
  if (node.kind === 'text') return !isBlank(node)
  if (isTag(node, 'img', 'audio', 'video', 'hr', 'br', 'table')) return true
  return node.isStandIn === true || node.children.some((child) => hasContent(child))
}
