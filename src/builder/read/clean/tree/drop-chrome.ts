import { isBlock, type ArticleNode } from './article-tree.ts'
import { hasContent, toSeam } from './seam.ts'

/**
 * A copy of a cleaned tree without its chrome, which shares nothing that changes later. Where a block is gone, the texts around it
 * still stand on two lines.
 */
export function dropChrome(nodes: readonly ArticleNode[]): ArticleNode[] {
  const kept: ArticleNode[] = []
  for (const node of nodes) {
    if (node.isChrome === true) {
      if (isBlock(node)) kept.push(toSeam())
    } else if (node.kind === 'text') kept.push({ ...node })
    else {
      const attributes = [...node.attributes]
      kept.push({ ...node, attributes, children: dropChrome(node.children) })
    }
  }
  return kept
}

/** Whether a cleaned tree holds chrome that shows anything. */
export function holdsChrome(nodes: readonly ArticleNode[]): boolean {
  return nodes.some((node) =>
    node.isChrome === true
      ? hasContent(node)
      : node.kind === 'element' && holdsChrome(node.children),
  )
}
