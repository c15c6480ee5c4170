/** Milliseconds of work after which the main thread is yielded: half a frame. */
const sliceMs = 8

/**
 * Splits long work on the main thread into slices and yields between them, so that no frame is dropped. All work shares one slice:
 * three lists counted at the same time take no more of a frame than one.
 */
export class WorkBudget {
  #end = Number.NEGATIVE_INFINITY
  #turn: Promise<void> | undefined

  /**
   * Resolves at once while the slice lasts, otherwise after yielding to the browser, which handles input and paints
   * first.
   */
  async rest(): Promise<void> {
    if (performance.now() < this.#end) return
    this.#turn ??= this.#startSlice()
    await this.#turn
  }

  /** Goes through the steps of a computation, with rests in between, and returns its result. */
  async run<T>(steps: Generator<undefined, T>): Promise<T> {
    for (;;) {
      const step = steps.next()
      if (step.done === true) return step.value
      await this.rest()
    }
  }

  async #startSlice(): Promise<void> {
    await nextTurn()
    this.#end = performance.now() + sliceMs
    this.#turn = undefined
  }
}

/** The budget of this page. */
export const workBudget = new WorkBudget()

// Nested timers are clamped to at least four milliseconds; messages are not.
async function nextTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  await new Promise((resolve) => {
    port1.addEventListener('message', resolve, { once: true })
    port1.start()
    port2.postMessage(undefined)
  })
  port1.close()
}
