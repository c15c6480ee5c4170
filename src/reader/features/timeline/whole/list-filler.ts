/** Most rows that are put into the document at once, counted from the top of the list. */
export const mostWholeRows = 2_000

/** How fast the rows come: while nothing else is to be done, or at once because somebody waits for them. */
export type FillPace = 'idle' | 'now'

/** Most rows of a step, and most files fetched for it. An idle step must stay short: the reader may press a key. */
const stepSizes = { idle: { rows: 16, files: 4 }, now: { rows: 100, files: 12 } } as const

/** How much of a list is in the document. */
export interface FillState {
  /** Rows drawn, counted from the top of the list. */
  rows: number
  /** Rows there will be: all, or the first `mostWholeRows`. */
  total: number
  /** Rows whose hits of the search are known, counted from the top; `total` where nothing is searched for. */
  hits: number
  /** Whether somebody waits for the rows. */
  isAwaited: boolean
}

/** What a filler needs to know of its list. */
export interface FilledList {
  /** Rows of the list. */
  rows: number
  /** The file a row is in. */
  fileOf: (row: number) => number
  /** Whether a file is here already. */
  isHere: (file: number) => boolean
  /** Fetches a file; rejects when that fails. */
  fetch: (file: number) => Promise<unknown>
  /** Finds the hits in all rows and tells the filler how far it is. Absent without a search. */
  findHits?: ((filler: ListFiller) => Promise<void>) | undefined
  /** Resolves when the next step may begin. */
  rest: (pace: FillPace) => Promise<void>
}

/**
 * Puts the rows of a list into the document step by step, each step when its rows are here, so that whatever the browser
 * does with a whole document holds the whole list. It is a store that components subscribe to.
 */
export class ListFiller {
  readonly #list: FilledList
  #state: FillState
  #pace: FillPace = 'idle'
  #filling: Promise<void> | undefined
  #isStopped = false
  readonly #listeners = new Set<() => void>()

  /** `before` = what is drawn already. */
  constructor(list: FilledList, before = { rows: 0, hits: 0 }) {
    this.#list = list
    const total = Math.min(list.rows, mostWholeRows)
    const hits = list.findHits === undefined ? total : Math.min(before.hits, total)
    this.#state = { rows: Math.min(before.rows, total), total, hits, isAwaited: false }
  }

  readonly read = (): FillState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Whether all rows are drawn that will be. */
  get isFull(): boolean {
    return this.#state.rows === this.#state.total
  }

  /** Whether they also have their hits. */
  get isWhole(): boolean {
    return this.isFull && this.#state.hits === this.#state.total
  }

  /** Whether the list is no longer shown. */
  get isStopped(): boolean {
    return this.#isStopped
  }

  /** Number of files that are still to be fetched; counts no further than `most`. */
  countMissing(most: number): number {
    const missing = new Set<number>()
    for (let row = this.#state.rows; row < this.#state.total && missing.size < most; row++) {
      const file = this.#list.fileOf(row)
      if (!this.#list.isHere(file)) missing.add(file)
    }
    return missing.size
  }

  /** Draws all rows. A file that fails leaves its rows empty, and the list says so as for any row in view. */
  async fill(pace: FillPace): Promise<void> {
    if (this.isFull || this.#isStopped) return
    if (pace === 'now') {
      this.#pace = 'now'
      this.#change({ isAwaited: true })
    }
    this.#filling ??= this.#takeSteps()
    await this.#filling
  }

  /**
   * Draws all rows now, and then their hits, with the piece of an article that made it one. Where these cannot be found, the
   * list says which rows lack them; the next call tries again.
   */
  async fillWhole(): Promise<void> {
    await this.fill('now')
    if (!this.isWhole) await this.#list.findHits?.(this)
  }

  /** Tells in how many rows from the top the hits are known, and whether somebody waits for more. */
  tellHits(hits: number, isAwaited: boolean): void {
    this.#change({ hits, isAwaited })
  }

  /** Draws all rows at once, whether their files are here or not. */
  fillAtOnce(): void {
    this.#change({ rows: this.#state.total, isAwaited: false })
  }

  /** Ends a filling: the list is no longer shown. */
  stop(): void {
    this.#isStopped = true
  }

  /** Undoes `stop`: React may take a component down and put it up again. */
  start(): void {
    this.#isStopped = false
  }

  async #takeSteps(): Promise<void> {
    while (!this.isFull && !this.#isStopped) {
      const { end, files } = this.#planStep()
      await Promise.allSettled([...files].map((file) => this.#list.fetch(file)))
      await this.#list.rest(this.#pace)
      // All may have been drawn at once in the meantime.
      this.#change({ rows: Math.max(end, this.#state.rows) })
    }
    this.#filling = undefined
    this.#change({ isAwaited: false })
  }

  #planStep(): { end: number; files: Set<number> } {
    const most = stepSizes[this.#pace]
    const { rows, total } = this.#state
    const files = new Set<number>()
    let end = rows
    while (end < total && end - rows < most.rows) {
      const file = this.#list.fileOf(end)
      if (!files.has(file) && !this.#list.isHere(file)) {
        if (files.size === most.files) break
        files.add(file)
      }
      end++
    }
    return { end, files }
  }

  #change(change: Partial<FillState>): void {
    if (this.#isStopped) return
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
