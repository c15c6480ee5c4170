type Work<T> = () => Promise<T>

interface LockRequest {
  begin: () => void
  signal: AbortSignal | undefined
}

/** The locks of a browser in memory, for one name: requests wait for each other, and one that steals ends the holder's. */
export class MemoryLocks {
  #held: { steal: () => void } | undefined
  readonly #waiting: LockRequest[] = []

  async request<T>(
    _name: string,
    { signal, steal = false }: { signal?: AbortSignal; steal?: boolean },
    work: Work<T>,
  ): Promise<T> {
    signal?.throwIfAborted()
    if (steal) this.#held?.steal()
    else if (this.#held !== undefined) {
      await new Promise<void>((resolve, reject) => {
        this.#waiting.push({ begin: resolve, signal })
        signal?.addEventListener('abort', () => reject(signal.reason as Error))
      })
    }
    return this.#hold(work)
  }

  async #hold<T>(work: Work<T>): Promise<T> {
    const held = { steal: () => undefined as void }
    const stolen = new Promise<never>((_, reject) => {
      held.steal = () => reject(new DOMException('stolen', 'AbortError'))
    })
    this.#held = held
    try {
      return await Promise.race([work(), stolen])
    } finally {
      if (this.#held === held) {
        this.#held = undefined
        this.#next()
      }
    }
  }

  #next(): void {
    const next = this.#waiting.shift()
    if (next?.signal?.aborted === true) this.#next()
    else next?.begin()
  }
}
