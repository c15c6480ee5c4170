/**
 * Calls `action` once the next frame has been painted, or at once when the page is left before that. Returns a function
 * that calls it off. In a page that is not shown it waits until the page is.
 */
export function afterPaint(action: () => void): () => void {
  const { port1, port2 } = new MessageChannel()
  const callOff = () => {
    cancelAnimationFrame(frame)
    removeEventListener('pagehide', act)
    port1.close()
  }
  const act = () => {
    callOff()
    action()
  }
  port1.addEventListener('message', act)
  port1.start()
  // A setting that was chosen right before a reload is kept.
  addEventListener('pagehide', act)
  // A frame's callbacks run before it is painted, a message that they send arrives after.
  const frame = requestAnimationFrame(() => {
    port2.postMessage(undefined)
  })
  return callOff
}
