import { startTransition, useLayoutEffect, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'

/**
 * Mounts the reader in place of a prerendered page. This is not hydration, which needs identical markup: React renders
 * in slices while the page stays as it was, then replaces it in one commit between two frames, at the same scroll
 * position.
 */
export function mountReader(box: HTMLElement, reader: ReactNode): void {
  // Hidden rows belong to another address: then the list sets the scroll position.
  const keep = isShown(box.querySelector('article')) ? keepScrollPosition() : undefined
  const root = createRoot(box)
  startTransition(() => root.render(keep ? <Mounted onMount={keep}>{reader}</Mounted> : reader))
}

/**
 * Tracks the scroll position and returns a function that restores it. The router scrolls to the top of every page it
 * opens, but somebody who has begun to read, or arrived at a passage, must stay there.
 */
function keepScrollPosition(): () => void {
  let top = window.scrollY
  const note = () => {
    top = window.scrollY
  }
  window.addEventListener('scroll', note, { passive: true })
  return () => {
    window.removeEventListener('scroll', note)
    // Scrolling to the top needs no layout; reading `scrollY` would force one now instead of in the next frame.
    if (top === 0) window.scrollTo({ left: 0, top, behavior: 'instant' })
    else if (window.scrollY !== top) window.scrollTo({ top, behavior: 'instant' })
  }
}

/** Calls `onMount` when its children are in the document, before they are painted. */
function Mounted({ onMount, children }: { onMount: () => void; children: ReactNode }) {
  useLayoutEffect(onMount, [onMount])
  return children
}

function isShown(element: Element | null): boolean {
  return element !== null && getComputedStyle(element).visibility === 'visible'
}
