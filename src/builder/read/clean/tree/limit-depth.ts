import { toText, type ArticleNode } from './article-tree.ts'

const structureTags: ReadonlySet<string> = new Set('dl ol table tbody tfoot thead tr ul'.split(' '))

/**
 * Replaces everything nested deeper than `depth` elements with its text.
 * @returns whether anything was replaced.
 */
export function limitDepth(nodes: readonly ArticleNode[], depth: number): boolean {
  let isLimited = false
  for (const node of nodes) {
    if (node.kind === 'text' || node.children.length === 0) continue
    if (depth > 1) isLimited = limitDepth(node.children, depth - 1) || isLimited
    else if (node.children.some((child) => child.kind === 'element')) {
      const text = joinTexts(node.children)
      // Rows and lists cannot contain text directly.
      if (structureTags.has(node.tag)) node.tag = 'div'
      node.children = [toText(text)]
      isLimited = true
    }
  }
  return isLimited
}

function joinTexts(nodes: readonly ArticleNode[]): string {
  return nodes
    .map((node) => (node.kind === 'text' ? node.text : joinTexts(node.children)))
    .filter((text) => text !== '')
    .join(' ')
}
