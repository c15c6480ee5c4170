/** What a reader does, or their browser for them, before a page may move. */
const signs = ['wheel', 'touchstart', 'pointerdown', 'keydown', 'popstate'] as const

/** Milliseconds after the page has loaded in which a browser still moves it. */
const lateMs = 1000

/** Follows the scroll position of a page until the reader has taken its place. */
export function watchScroll() {
  let top = window.scrollY
  const note = () => {
    top = window.scrollY
  }
  window.addEventListener('scroll', note, { passive: true })
  const restore = () => {
    window.removeEventListener('scroll', note)
    window.scrollTo({ left: 0, top, behavior: 'instant' })
  }
  return {
    restore,
    /**
     * Undoes that the router scrolls to the top of every page it opens: somebody who has begun to read must stay there. A
     * view that scrolled by itself, to the line that was read or to a passage, knows better.
     */
    stayBelowTop: () => {
      window.removeEventListener('scroll', note)
      // Asked in this order: reading `scrollY` forces a layout now instead of in the next frame.
      if (top !== 0 && window.scrollY === 0) restore()
      if (document.readyState !== 'complete') undoLateJumps()
    },
  }
}

/**
 * Firefox goes to the words that a page's address names again when the page has loaded. The reader has replaced their nodes
 * by then, so it goes to the top: that is undone until somebody gives a sign of moving.
 */
function undoLateJumps(): void {
  let top = window.scrollY
  const ending = new AbortController()
  const end = () => ending.abort()
  const options = { passive: true, signal: ending.signal }
  const follow = () => {
    if (window.scrollY === 0) window.scrollTo({ left: 0, top, behavior: 'instant' })
    else top = window.scrollY
  }
  window.addEventListener('scroll', follow, options)
  for (const sign of signs) window.addEventListener(sign, end, options)
  window.addEventListener('load', () => setTimeout(end, lateMs), { once: true })
}
