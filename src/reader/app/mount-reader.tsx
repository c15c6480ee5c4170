import { startTransition, useLayoutEffect, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { DataError } from '#reader/data/files/data-error.ts'
import { watchScroll } from './watch-scroll.ts'

/**
 * Mounts the reader in place of a prerendered page. This is not hydration, which needs identical markup: React renders
 * in slices while the page stays as it was, then replaces it in one commit between two frames, at the same scroll
 * position. When the first view cannot be drawn, the page comes back before it is missed, and the error is reported.
 */
export function mountReader(box: HTMLElement, reader: ReactNode): void {
  // Hidden rows belong to another address: then the list sets the scroll position.
  const scroll = isShown(box.querySelector('article')) ? watchScroll() : undefined
  let page: ChildNode[] | undefined = [...box.childNodes]
  const giveUp = () => {
    if (page === undefined) return
    root.unmount()
    box.replaceChildren(...page)
    page = undefined
    scroll?.restore()
  }
  const fail = (error: unknown) => {
    throwLater(error)
    // What is wrong with a file is said where it is missing; all else is an engine that lacks something, or a fault of ours.
    // React is still at work now; it is done before the next frame.
    if (!(error instanceof DataError)) queueMicrotask(giveUp)
  }
  const root = createRoot(box, { onCaughtError: fail, onUncaughtError: fail })
  const settle = () => {
    scroll?.stayBelowTop()
    // Effects that run after the first frame belong to the first view too.
    requestAnimationFrame(() => {
      setTimeout(() => {
        page = undefined
      })
    })
  }
  startTransition(() => root.render(<Mounted onMount={settle}>{reader}</Mounted>))
}

/** The window hears of the error, as of one that nobody caught. `reportError` is younger than some of the engines that fail here. */
function throwLater(error: unknown): void {
  setTimeout(() => {
    throw error
  })
}

/** Calls `onMount` when its children are in the document, before they are painted. */
function Mounted({ onMount, children }: { onMount: () => void; children: ReactNode }) {
  useLayoutEffect(onMount, [onMount])
  return children
}

function isShown(element: Element | null): boolean {
  return element !== null && getComputedStyle(element).visibility === 'visible'
}
