/** Lets a few at a time have their turn, in the order they asked; who does not need it any more gives up its place. */
export class ConcurrencyLimit {
  readonly #atOnce: number
  readonly #queue: (() => void)[] = []
  #running = 0

  constructor(atOnce: number) {
    this.#atOnce = atOnce
  }

  /**
   * Does some work when its turn comes.
   * @throws whatever the work throws; the signal's reason when it fires before the turn.
   */
  async take<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    signal.throwIfAborted()
    if (this.#running >= this.#atOnce) await this.#wait(signal)
    this.#running++
    try {
      return await work()
    } finally {
      this.#running--
      this.#queue.shift()?.()
    }
  }

  async #wait(signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const begin = () => {
        signal.removeEventListener('abort', leave)
        resolve()
      }
      const leave = () => {
        this.#queue.splice(this.#queue.indexOf(begin), 1)
        reject(signal.reason as Error)
      }
      this.#queue.push(begin)
      signal.addEventListener('abort', leave, { once: true })
    })
  }
}
