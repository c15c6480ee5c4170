import { idPrefix } from '#core/html/html-policy.ts'
import type { PostId } from '#core/post/post-id.ts'

/**
 * Prefixes an article's ids, and its in-page links to them, with the post id, so that they never collide with those of
 * another article or of the page itself. Only the first of several equal ids is kept.
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
    // A dead link must not look like a link.
    if (taken.has(own) || taken.has(decodeFragment(own))) {
      link.setAttribute('href', `#${prefix}${own}`)
    } else {
      link.removeAttribute('href')
    }
  }
}

/** The prefix of every id of a post's article on the page. */
export function toIdPrefix(id: PostId): string {
  return `${idPrefix}${id}-`
}

/** A fragment (`#...`) as it is on the prerendered page, which has only one post: links there work without JavaScript. */
export function toPageFragment(fragment: string, id: PostId): string {
  const prefix = `#${toIdPrefix(id)}`
  return fragment.startsWith(prefix) ? `#${idPrefix}${fragment.slice(prefix.length)}` : fragment
}

/**
 * The target of a fragment (`#...`), written with the post id, as in the links of the shown article, without it, as on the
 * prerendered page, or plain, as on the page of the source; `undefined` when the article has no such element.
 */
export function findLinkTarget(root: Element, fragment: string, id: PostId): Element | undefined {
  const written = fragment.slice(1)
  const own = written.startsWith(idPrefix) ? written.slice(idPrefix.length) : written
  const names = new Set(
    [written, toIdPrefix(id) + own].flatMap((name) => [name, decodeFragment(name)]),
  )
  return [...root.querySelectorAll(`[id^="${idPrefix}"]`)].find((element) => names.has(element.id))
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
