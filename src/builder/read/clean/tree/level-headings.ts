import type { AllowedTag } from '#core/html/html-policy.ts'
import type { ArticleElement, ArticleNode } from './article-tree.ts'

const tagByLevel: readonly AllowedTag[] = ['h2', 'h3', 'h4', 'h5', 'h6']

/**
 * Renumbers the headings of an article without gaps, below the page's own `h1`: the outermost become `h2`, and a heading
 * nested below another in the source ends up exactly one level below it.
 */
export function levelHeadings(nodes: readonly ArticleNode[]): void {
  const open: number[] = []
  for (const heading of listHeadings(nodes)) {
    const level = heading.sourceLevel ?? 2
    while ((open.at(-1) ?? 0) >= level) open.pop()
    open.push(level)
    heading.tag = tagByLevel[Math.min(open.length, tagByLevel.length) - 1] ?? 'h6'
  }
}

/** Yields the headings of an article, in order. */
export function* listHeadings(nodes: readonly ArticleNode[]): Generator<ArticleElement> {
  for (const node of nodes) {
    if (node.kind === 'text') continue
    if (node.sourceLevel !== undefined) yield node
    else yield* listHeadings(node.children)
  }
}
