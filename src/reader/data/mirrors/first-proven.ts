/** A place that a file may come from. */
export interface FileSource {
  /** Whether somebody must have agreed before it is asked. */
  isElsewhere: boolean
  /** Reads and proves the file; calls `onHeard` whenever something of it arrives. Rejects when `signal` fires. */
  read: (request: { signal: AbortSignal; onHeard: () => void }) => Promise<Uint8Array>
}

/** What came of asking a source. `passed`: it was slower than one that was asked after it. */
export type Outcome = { kind: 'answered' } | { kind: 'failed'; error: unknown } | { kind: 'passed' }

/** How several sources are asked. */
export interface RaceOptions<Source> {
  /** How long a source may be silent until the next one is asked as well, milliseconds. */
  pauseMs: () => number
  /** Resolves after so many milliseconds, or when the signal fires. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>
  /** Whether sources elsewhere may be asked; resolves when somebody has decided. */
  agree: (signal: AbortSignal) => Promise<boolean>
  /** Whether a source may still be asked: another file may have told meanwhile. */
  isOpen: (source: Source) => boolean
  /** Whether a failure is the answer, and nobody else is to be asked. */
  isFinal: (error: unknown) => boolean
  note: (source: Source, outcome: Outcome) => void
  signal?: AbortSignal | undefined
}

/** One that keeps sending gets so many pauses until the next one is asked: it may be sending for ever. */
const mostPauses = 5

/** No source has the file: why, source by source, in the order in which they were asked. */
export class NoSourceError extends Error {
  override readonly name = 'NoSourceError'
  readonly errors: readonly unknown[]

  constructor(errors: readonly unknown[]) {
    super('no source has the file')
    this.errors = errors
  }
}

/**
 * Asks sources in their order: the first at once, each other after the one before it has been silent for a pause, or at
 * once when one has failed. The first answer wins, and all others are given up.
 * @throws NoSourceError when all have failed; a failure that is final; the signal's reason when it fires.
 */
export function readFirstProven<Source extends FileSource>(
  sources: readonly Source[],
  options: RaceOptions<Source>,
): Promise<Uint8Array> {
  return new Race(sources, options).run()
}

/** One file, asked of several sources. */
class Race<Source extends FileSource> {
  readonly #left: Source[]
  readonly #options: RaceOptions<Source>
  readonly #abort = new AbortController()
  readonly #running: Source[] = []
  readonly #errors: unknown[] = []
  #agreed: Promise<boolean> | undefined
  /** Whether somebody is being asked about the next source: no other is tried meanwhile. */
  #isDeciding = false
  #resolve: (bytes: Uint8Array) => void = () => {}
  #reject: (reason: unknown) => void = () => {}

  constructor(sources: readonly Source[], options: RaceOptions<Source>) {
    this.#left = [...sources]
    this.#options = options
  }

  async run(): Promise<Uint8Array> {
    const { signal } = this.#options
    signal?.throwIfAborted()
    const leave = () => this.#reject(signal?.reason)
    signal?.addEventListener('abort', leave, { once: true })
    try {
      return await new Promise<Uint8Array>((resolve, reject) => {
        this.#resolve = resolve
        this.#reject = reject
        void this.#askNext()
      })
    } finally {
      signal?.removeEventListener('abort', leave)
      // Ends what still runs: transfers, pauses and the question.
      this.#abort.abort()
    }
  }

  get #isOver(): boolean {
    return this.#abort.signal.aborted
  }

  async #askNext(): Promise<void> {
    const { agree, isOpen } = this.#options
    let source = this.#left.shift()
    while (source !== undefined && !isOpen(source)) source = this.#left.shift()
    if (source === undefined) {
      this.#endWithout()
      return
    }
    if (source.isElsewhere) {
      this.#isDeciding = true
      const isAgreed = await (this.#agreed ??= agree(this.#abort.signal))
      this.#isDeciding = false
      if (!isAgreed) this.#left.length = 0
      if (!isAgreed) this.#endWithout()
      if (!isAgreed || this.#isOver) return
    }
    this.#running.push(source)
    await this.#ask(source)
  }

  async #ask(source: Source): Promise<void> {
    const { signal } = this.#abort
    const heard = { any: false }
    const onHeard = () => {
      heard.any = true
    }
    void this.#pause(source, heard)
    try {
      const bytes = await source.read({ signal, onHeard })
      if (!this.#isOver) this.#win(source, bytes)
    } catch (error) {
      if (!this.#isOver) this.#lose(source, error)
    }
  }

  /** Waits until a source has been silent for a pause, then asks the next one as well. */
  async #pause(source: Source, heard: { any: boolean }): Promise<void> {
    const { pauseMs, wait } = this.#options
    for (let pauses = 0; pauses < mostPauses; pauses++) {
      heard.any = false
      await wait(pauseMs(), this.#abort.signal)
      if (!heard.any) break
    }
    const isLatest = this.#running.at(-1) === source
    if (isLatest) this.#goOn()
  }

  #goOn(): void {
    if (this.#isOver || this.#isDeciding) return
    if (this.#left.length > 0) void this.#askNext()
    else this.#endWithout()
  }

  #win(source: Source, bytes: Uint8Array): void {
    const { note } = this.#options
    note(source, { kind: 'answered' })
    const before = this.#running.slice(0, this.#running.indexOf(source))
    for (const slower of before) note(slower, { kind: 'passed' })
    this.#abort.abort()
    this.#resolve(bytes)
  }

  #lose(source: Source, error: unknown): void {
    const { note, isFinal } = this.#options
    this.#running.splice(this.#running.indexOf(source), 1)
    this.#errors.push(error)
    note(source, { kind: 'failed', error })
    if (isFinal(error)) this.#reject(error)
    else this.#goOn()
  }

  #endWithout(): void {
    if (this.#running.length === 0) this.#reject(new NoSourceError(this.#errors))
  }
}
