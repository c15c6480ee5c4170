import { useEffect, useEffectEvent, type RefObject } from 'react'
import type { PostId } from '#core/post/post-id.ts'
import { siteBase } from '#reader/links/paths.ts'
import { findLinkTarget } from './text/prefix-ids.ts'

type ClickParts = Pick<
  MouseEvent,
  'button' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'defaultPrevented'
>

/**
 * Opens links within the site through the router instead of reloading the page, and scrolls to the targets of in-page
 * links and of the page's own address in the article `id`. The article is rendered without the router, so its links are
 * plain.
 */
export function useInnerLinks(
  box: RefObject<HTMLElement | null>,
  { id, open }: { id: PostId; open: (path: string) => void },
): void {
  const click = useEffectEvent((event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || !box.current || !isPlainClick(event) || link.target !== '') return
    const href = link.getAttribute('href') ?? ''
    if (href.startsWith('#')) {
      event.preventDefault()
      goTo(findLinkTarget(box.current, href, id))
      return
    }
    // The reader's own links use the router already, and articles contain no `nav`.
    if (link.closest('nav')) return
    const path = toInnerPath(link.href)
    if (path === undefined) return
    event.preventDefault()
    open(path)
  })
  useEffect(() => {
    const { hash } = location
    if (box.current && hash !== '') goTo(findLinkTarget(box.current, hash, id))
  }, [box, id])
  useEffect(() => {
    const element = box.current
    const listener = (event: MouseEvent) => {
      click(event)
    }
    element?.addEventListener('click', listener)
    return () => element?.removeEventListener('click', listener)
  }, [box])
}

/** Whether a click means to open a link in this tab: no modifier key, and not handled by anyone else. */
export function isPlainClick(event: ClickParts): boolean {
  const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
  return event.button === 0 && !modified && !event.defaultPrevented
}

function goTo(target: Element | undefined): void {
  if (!(target instanceof HTMLElement)) return
  target.scrollIntoView()
  target.tabIndex = -1
  target.focus({ preventScroll: true })
}

/** Router path of an address of this site; `undefined` for other sites. */
function toInnerPath(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined
  const { origin, pathname, search } = new URL(href)
  if (origin !== location.origin || !pathname.startsWith(siteBase)) return undefined
  return `/${pathname.slice(siteBase.length)}${search}`
}
