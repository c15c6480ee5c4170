/** Without the browser's own event, scrolling has ended when it has paused for so many milliseconds. */
const pauseMs = 150

/** Calls `listener` when the page has stopped scrolling, until `signal` aborts. Safari has the event since 26.2 only. */
export function listenToScrollEnd(listener: () => void, signal: AbortSignal): void {
  if ('onscrollend' in window) {
    document.addEventListener('scrollend', listener, { signal })
    return
  }
  let pause: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    clearTimeout(pause)
    pause = setTimeout(listener, pauseMs)
  }
  document.addEventListener('scroll', wait, { passive: true, signal })
  signal.addEventListener('abort', () => clearTimeout(pause))
}
