/** Looking through so many units of text takes some ten milliseconds at most; measured were four. */
const sliceUnits = 4_000_000

/** An occurrence takes about as long as so many units of text without any. */
const unitsPerOccurrence = 100

/** Lets everything else that waits for the thread run before it goes on. */
export type Pause = () => Promise<void>

/** Cuts the work of a search into slices, so that the thread can take messages between them, such as one that ends it. */
export class Slices {
  readonly #pause: Pause
  readonly #signal: AbortSignal | undefined
  #units = 0

  constructor({ signal, pause = waitForMessages }: { signal?: AbortSignal; pause?: Pause }) {
    this.#signal = signal
    this.#pause = pause
  }

  /** Counts work. Says whether the slice is used up. */
  spend(units: number, occurrences = 0): boolean {
    this.#units += units + occurrences * unitsPerOccurrence
    return this.#units >= sliceUnits
  }

  /** Ends a slice. @throws the signal's reason when it fires. */
  async next(): Promise<void> {
    this.#units = 0
    await this.#pause()
    this.#signal?.throwIfAborted()
  }
}

/** A message to oneself comes behind those that wait. A timer would wait for four milliseconds in a browser. */
function waitForMessages(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    const goOn = () => {
      port1.close()
      resolve()
    }
    port1.addEventListener('message', goOn, { once: true })
    port1.start()
    port2.postMessage(undefined)
  })
}
