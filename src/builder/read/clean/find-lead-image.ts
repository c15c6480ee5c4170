import type { LeadImage } from '#core/post/post.ts'
import { attributeOf, type ArticleElement, type ArticleNode } from './tree/article-tree.ts'

/** Returns the first picture of a cleaned article that is content; `undefined` if there is none. */
export function findLeadImage(nodes: readonly ArticleNode[]): LeadImage | undefined {
  for (const node of nodes) {
    if (node.kind === 'text') continue
    const found = node.tag === 'img' ? toLeadImage(node) : findLeadImage(node.children)
    if (found) return found
  }
  return undefined
}

function toLeadImage(picture: ArticleElement): LeadImage | undefined {
  const url = attributeOf(picture, 'src')
  if (picture.isDecoration === true || url === undefined) return undefined
  const alt = attributeOf(picture, 'alt') ?? ''
  const width = attributeOf(picture, 'width')
  const height = attributeOf(picture, 'height')
  return {
    url,
    ...(width === undefined ? {} : { width: Number(width) }),
    ...(height === undefined ? {} : { height: Number(height) }),
    ...(alt === '' ? {} : { alt }),
  }
}
