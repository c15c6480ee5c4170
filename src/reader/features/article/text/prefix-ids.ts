import { idPrefix } from '#core/html/html-policy.ts'
import type { PostId } from '#core/post/post-id.ts'

/**
 * Gives the ids of an article the name of its post, and its in-page links with them: two articles on one page never
 * meet, nor does one meet the page around it. The first of several equal ids keeps it.
 */
export function prefixIds(root: DocumentFragment, id: PostId): void {
  const prefix = toIdPrefix(id)
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

/** What stands before every id of a post's article on the page. */
export function toIdPrefix(id: PostId): string {
  return `${idPrefix}${id}-`
}

/**
 * The element a fragment (`#...`) leads to, as the links of the shown article write it or as its prerendered page does, which
 * knows one post only; `undefined` when the article lost it.
 */
export function findLinkTarget(root: Element, fragment: string, id: PostId): Element | undefined {
  if (!fragment.startsWith(`#${idPrefix}`)) return undefined
  const own = fragment.slice(idPrefix.length + 1)
  const written = [fragment.slice(1), toIdPrefix(id) + own]
  const names = new Set(written.flatMap((name) => [name, decodeFragment(name)]))
  return [...root.querySelectorAll('[id]')].find((element) => names.has(element.id))
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
