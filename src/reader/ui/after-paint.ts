/**
 * Calls `action` once the next frame has been painted. Returns a function that calls it off. In a page that is not shown
 * it waits until the page is.
 */
export function afterPaint(action: () => void): () => void {
  const { port1, port2 } = new MessageChannel()
  const callOff = () => {
    cancelAnimationFrame(frame)
    port1.close()
  }
  port1.addEventListener('message', () => {
    port1.close()
    action()
  })
  port1.start()
  // A frame's callbacks run before it is painted, a message that they send arrives after.
  const frame = requestAnimationFrame(() => {
    port2.postMessage(undefined)
  })
  return callOff
}
