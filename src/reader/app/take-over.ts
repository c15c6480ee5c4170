import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

/**
 * Puts the reader in the place of what a prerendered page shows: in one step, between two pictures of the screen, at the same
 * height of the page. In slices, as React draws by itself, the page would be empty for a moment.
 */
export function takeOver(box: HTMLElement, reader: ReactNode): void {
  const root = createRoot(box)
  if (!isShown(box.querySelector('article'))) {
    root.render(reader)
    return
  }
  const { scrollY } = window
  flushSync(() => root.render(reader))
  // The router goes to the top of whatever it opens; who has begun to read, or came to a passage, stays there.
  if (window.scrollY !== scrollY) window.scrollTo({ top: scrollY, behavior: 'instant' })
}

/** Rows that are not those of the address lie hidden: then the list decides where the page stands. */
function isShown(element: Element | null): boolean {
  return element !== null && getComputedStyle(element).visibility === 'visible'
}
