import { useEffect, useEffectEvent, type RefObject } from 'react'
import { parseUrl } from '#core/address/parse-url.ts'
import type { PostId } from '#core/post/post-id.ts'
import { isQuiet, siteBase } from '#reader/links/paths.ts'
import { linkStart } from '#reader/links/place.ts'
import { isPlainClick } from '#reader/router/link.tsx'
import { findLinkTarget, toPageFragment } from './text/prefix-ids.ts'

/**
 * Opens links within the site through the router instead of reloading the page, also those to places in the article `id`.
 * The article is rendered without the router, so its links are plain.
 */
export function useInnerLinks(
  box: RefObject<HTMLElement | null>,
  {
    id,
    open,
    jump,
  }: { id: PostId; open: (path: string) => void; jump: (hash: string, link: HTMLElement) => void },
): void {
  const click = useEffectEvent((event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || !box.current || !isPlainClick(event) || link.target !== '') return
    const href = link.getAttribute('href') ?? ''
    if (href.startsWith('#') && !isLinkOfFile(href)) {
      event.preventDefault()
      if (findLinkTarget(box.current, href, id) !== undefined) jump(toPageFragment(href, id), link)
      return
    }
    // The reader's own links use the router already, and articles contain no `nav`.
    if (link.closest('nav')) return
    const path = isLinkOfFile(href) ? href.slice(1) : toInnerPath(link.href)
    if (path === undefined) return
    event.preventDefault()
    open(path)
  })
  useEffect(() => {
    const element = box.current
    const listener = (event: MouseEvent) => {
      click(event)
    }
    element?.addEventListener('click', listener)
    return () => element?.removeEventListener('click', listener)
  }, [box])
}

/** Whether a link leads to a view of the one file that reader and archive are. */
function isLinkOfFile(href: string): boolean {
  return linkStart !== undefined && href.startsWith(linkStart)
}

/** Scrolls to what a fragment of the address (`#...`) names in the article `id`, and focuses it; says whether there is one. */
export function showTarget(box: Element | null, fragment: string, id: PostId): boolean {
  const target = box === null || fragment === '' ? undefined : findLinkTarget(box, fragment, id)
  if (!(target instanceof HTMLElement)) return false
  target.scrollIntoView()
  target.tabIndex = -1
  target.focus({ preventScroll: true })
  return true
}

/** Router path of an address of this site; `undefined` for other sites. */
function toInnerPath(href: string): string | undefined {
  const url = parseUrl(href)
  if (url === undefined) return undefined
  const { origin, pathname, search, hash } = url
  if (origin !== location.origin || !pathname.startsWith(siteBase)) return undefined
  const place = isQuiet ? hash.replace(/^#\?/, '?') : hash
  return `/${pathname.slice(siteBase.length)}${search}${place}`
}
