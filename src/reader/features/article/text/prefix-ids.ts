import { idPrefix } from '#core/html-policy.ts'
import type { PostId } from '#core/post-id.ts'

/**
 * Gives the ids of an article the name of its post, and its in-page links with them: two articles on one page never
 * meet, nor does one meet the page around it. The first of several equal ids keeps it.
 */
export function prefixIds(root: DocumentFragment, id: PostId): void {
  const prefix = `${idPrefix}${id}-`
  const taken = new Set<string>()
  for (const element of root.querySelectorAll('[id]')) {
    const own = element.id.slice(idPrefix.length)
    if (!element.id.startsWith(idPrefix) || own === '' || taken.has(own)) {
      element.removeAttribute('id')
      continue
    }
    taken.add(own)
    element.id = prefix + own
  }
  for (const link of root.querySelectorAll(`a[href^="#${idPrefix}"]`)) {
    const own = link.getAttribute('href')?.slice(idPrefix.length + 1) ?? ''
    // A link that leads nowhere would promise what it cannot keep.
    if (taken.has(own) || taken.has(decodeFragment(own))) {
      link.setAttribute('href', `#${prefix}${own}`)
    } else {
      link.removeAttribute('href')
    }
  }
}

/** The element an in-page link of the article leads to; `undefined` when the article lost it. */
export function findLinkTarget(root: Element, link: Element): Element | undefined {
  const href = link.getAttribute('href')
  if (href === null || !href.startsWith('#')) return undefined
  const names = new Set([href.slice(1), decodeFragment(href.slice(1))])
  return [...root.querySelectorAll('[id]')].find((element) => names.has(element.id))
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
