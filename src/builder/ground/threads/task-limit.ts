/** Runs tasks side by side, a bounded number at a time. A failure is thrown by the next call, and by `settle` at the latest. */
export class TaskLimit {
  readonly #atOnce: number
  readonly #running = new Set<Promise<void>>()
  #failure: { error: unknown } | undefined

  constructor(atOnce: number) {
    this.#atOnce = atOnce
  }

  /** Starts a task; waits only while too many are at work. */
  async run(task: () => Promise<void>): Promise<void> {
    while (this.#running.size >= this.#atOnce) await Promise.race(this.#running)
    this.#throwFailure()
    const work = task()
      .catch((error: unknown) => {
        this.#failure ??= { error }
      })
      .finally(() => this.#running.delete(work))
    this.#running.add(work)
  }

  /** Waits for all tasks. */
  async settle(): Promise<void> {
    await Promise.all(this.#running)
    this.#throwFailure()
  }

  #throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure.error
  }
}
