import { isBlock, type ArticleNode } from './article-tree.ts'
import { hasContent, toSeam } from './seam.ts'

/**
 * Copies a cleaned tree without its chrome. The copy shares nothing mutable with the original. A dropped block leaves a
 * seam, so that the texts around it stay on separate lines.
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

/** Whether a cleaned tree contains visible chrome. */
export function holdsChrome(nodes: readonly ArticleNode[]): boolean {
  return nodes.some((node) =>
    node.isChrome === true
      ? hasContent(node)
      : node.kind === 'element' && holdsChrome(node.children),
  )
}
