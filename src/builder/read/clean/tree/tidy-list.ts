import type { AllowedTag } from '#core/html/html-policy.ts'
import { isBlank, isTag, toElement, type ArticleElement, type ArticleNode } from './article-tree.ts'
import { isSeam } from './seam.ts'

/**
 * Returns the children of a list as items only. A nested list between items moves into the item before it; other stray
 * nodes become items of their own.
 */
export function tidyList(children: readonly ArticleNode[]): ArticleElement[] {
  const items: ArticleElement[] = []
  let strays: ArticleElement | undefined
  for (const child of hoist(children, ['li'])) {
    if (isSeam(child) || isBlank(child)) continue
    const last = items.at(-1)
    if (isTag(child, 'li')) {
      items.push(child)
      strays = undefined
    } else if (isTag(child, 'ul', 'ol') && last) last.children.push(child)
    else if (strays) strays.children.push(child)
    else {
      strays = toElement('li', [], [child])
      items.push(strays)
    }
  }
  return items
}

/** Returns the children of a description list as terms and descriptions only. */
export function tidyDescriptions(children: readonly ArticleNode[]): ArticleElement[] {
  const entries: ArticleElement[] = []
  let strays: ArticleElement | undefined
  for (const child of hoist(children, ['dt', 'dd'])) {
    if (isSeam(child) || isBlank(child)) continue
    if (isTag(child, 'dt', 'dd')) {
      entries.push(child)
      strays = undefined
    } else if (strays) strays.children.push(child)
    else {
      strays = toElement('dd', [], [child])
      entries.push(strays)
    }
  }
  return entries
}

/** Unwraps entries from wrappers between them and the list. */
function hoist(children: readonly ArticleNode[], entryTags: AllowedTag[]): ArticleNode[] {
  return children.flatMap((child) => {
    const isWrapper = isTag(child, 'div') && child.attributes.length === 0
    const holdsEntry = isWrapper && child.children.some((inner) => isTag(inner, ...entryTags))
    return holdsEntry ? child.children : [child]
  })
}
