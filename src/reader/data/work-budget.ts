/** Milliseconds of work after which the page is let draw and answer: half a frame. */
const sliceMs = 8

/** Parts long work on the main thread into slices, so that no frame waits for the whole of it. */
export class WorkBudget {
  #end = performance.now() + sliceMs

  /** Goes on at once while the slice lasts, else after the browser has had its turn. */
  async rest(): Promise<void> {
    if (performance.now() < this.#end) return
    await nextTurn()
    this.#end = performance.now() + sliceMs
  }
}

// Timers wait for at least four milliseconds when they follow each other; messages do not.
async function nextTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  await new Promise((resolve) => {
    port1.addEventListener('message', resolve, { once: true })
    port1.start()
    port2.postMessage(undefined)
  })
  port1.close()
}
