/** Runs at most a few tasks at a time, in the order they were submitted. Aborted callers leave the queue. */
export class ConcurrencyLimit {
  readonly #limit: number
  readonly #queue: (() => void)[] = []
  #running = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /**
   * Runs a task as soon as fewer than the limit are running.
   * @throws whatever the task throws; the signal's reason when it fires before the task begins.
   */
  async run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    signal.throwIfAborted()
    if (this.#running >= this.#limit) await this.#wait(signal)
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
