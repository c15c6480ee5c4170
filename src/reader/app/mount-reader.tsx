import { startTransition, useLayoutEffect, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'

/**
 * Puts the reader in the place of what a prerendered page shows. It is drawn in slices, between which the browser has its turn, while
 * the page stands as it was; then one takes the other's place in one step, between two pictures of the screen, at the same height.
 */
export function takeOver(box: HTMLElement, reader: ReactNode): void {
  // Rows that are not those of the address lie hidden: then the list decides where the page stands.
  const keep = isShown(box.querySelector('article')) ? keepPlace() : undefined
  const root = createRoot(box)
  startTransition(() => root.render(keep ? <Drawn onDrawn={keep}>{reader}</Drawn> : reader))
}

/**
 * Remembers where the page stands until it is told to put it back there. The router goes to the top of whatever it opens; who has begun to
 * read, or came to a passage, stays there.
 */
function keepPlace(): () => void {
  let top = window.scrollY
  const note = () => {
    top = window.scrollY
  }
  window.addEventListener('scroll', note, { passive: true })
  return () => {
    window.removeEventListener('scroll', note)
    // To the very top nothing has to be laid out for, which is a task of its own then, with the next picture of the screen.
    if (top === 0) window.scrollTo({ left: 0, top, behavior: 'instant' })
    else if (window.scrollY !== top) window.scrollTo({ top, behavior: 'instant' })
  }
}

/** Tells when what it holds has taken its place, before that is painted. */
function Drawn({ onDrawn, children }: { onDrawn: () => void; children: ReactNode }) {
  useLayoutEffect(onDrawn, [onDrawn])
  return children
}

function isShown(element: Element | null): boolean {
  return element !== null && getComputedStyle(element).visibility === 'visible'
}
