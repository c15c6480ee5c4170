/** Runs tasks with bounded concurrency. The first failure is thrown by the next call, at the latest by `settle`. */
export class TaskLimit {
  readonly #atOnce: number
  readonly #running = new Set<Promise<void>>()
  #failure: { error: unknown } | undefined

  constructor(atOnce: number) {
    this.#atOnce = atOnce
  }

  /** Starts a task, after waiting while too many are running. */
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
