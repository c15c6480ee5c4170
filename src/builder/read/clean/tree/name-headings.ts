import { idPrefix } from '#core/html/html-policy.ts'
import type { TextLength } from '#core/post/post.ts'
import { toReadingMinutes } from '#core/text/reading-time.ts'
import { attributeOf, type ArticleNode } from './article-tree.ts'
import { listHeadings } from './level-headings.ts'

// A table of contents only helps if an article does not fit on a few screens.
const fewestHeadings = 3
const fewestMinutes = 4

/**
 * Assigns ids to the headings of a long article, for a table of contents; existing ids are kept. Articles that are short
 * or have fewer than three headings get none: the ids would only add bytes.
 */
export function nameHeadings(
  nodes: readonly ArticleNode[],
  length: TextLength,
  usedIds: Set<string>,
): void {
  if ((toReadingMinutes(length) ?? 0) < fewestMinutes) return
  const headings = [...listHeadings(nodes)]
  if (headings.length < fewestHeadings) return
  let number = 0
  for (const heading of headings) {
    number++
    if (attributeOf(heading, 'id') !== undefined) continue
    while (usedIds.has(`section-${number}`)) number++
    usedIds.add(`section-${number}`)
    heading.attributes.unshift(['id', `${idPrefix}section-${number}`])
  }
}
