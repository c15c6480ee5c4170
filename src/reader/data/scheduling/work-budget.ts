/** Milliseconds of work after which the page is let draw and answer: half a frame. */
const sliceMs = 8

/**
 * Parts long work on the main thread into slices, so that no frame waits for the whole of it. All who work share the slice: three
 * lists that are counted at the same time take no more of a frame than one.
 */
export class WorkBudget {
  #end = Number.NEGATIVE_INFINITY
  #turn: Promise<void> | undefined

  /** Goes on at once while the slice lasts, else after the browser has had its turn; what was asked for with a click is drawn before. */
  async rest(): Promise<void> {
    if (performance.now() < this.#end) return
    this.#turn ??= this.#startSlice()
    await this.#turn
  }

  async #startSlice(): Promise<void> {
    await nextTurn()
    this.#end = performance.now() + sliceMs
    this.#turn = undefined
  }
}

/** The budget of this page. */
export const workBudget = new WorkBudget()

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
