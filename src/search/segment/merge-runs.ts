import { PostingList } from './posting-list.ts'
import type { RunReader } from './run-reader.ts'
import { RunWriter } from './run-writer.ts'

/** Maximum number of runs that one merge should read. More are first merged into bigger ones. */
export const mostMergedRuns = 64

/** A term with its postings from all runs. The list is reused for the next term. */
export interface MergedTerm {
  term: string
  list: PostingList
}

/**
 * Yields the terms of consecutive runs in order, each with its postings from all runs. The runs must be in the order of
 * their posts. Keeps one term of each run in memory, and the postings of one term.
 */
export function* mergeTerms(runs: readonly RunReader[]): Generator<MergedTerm> {
  const bases: number[] = []
  let rows = 0
  for (const run of runs) {
    bases.push(rows)
    rows += run.rows
  }
  const heap = new RunHeap(runs)
  const list = new PostingList()
  for (let first = heap.first; first !== undefined; first = heap.first) {
    const term = runs[first]?.term.toText() ?? ''
    list.clear()
    for (let isSame = true; isSame;) {
      const at = heap.first ?? 0
      runs[at]?.appendTo(list, bases[at] ?? 0)
      isSame = heap.advance()
    }
    yield { term, list }
  }
}

/** Merges consecutive runs into one and yields it in pieces. */
export function* mergeToRun(runs: readonly RunReader[]): Generator<Uint8Array> {
  const writer = new RunWriter(runs.reduce((sum, run) => sum + run.rows, 0))
  for (const { term, list } of mergeTerms(runs)) {
    writer.writeTerm(term, list)
    const piece = writer.takePiece()
    if (piece !== undefined) yield piece
  }
  yield writer.finish()
}

/** A binary heap of run indexes, ordered by current term, then by index. */
class RunHeap {
  readonly #runs: readonly RunReader[]
  readonly #heap: Uint32Array
  #length = 0
  /** Key of the current term of each run. */
  readonly #keys: Float64Array

  constructor(runs: readonly RunReader[]) {
    this.#runs = runs
    this.#heap = new Uint32Array(runs.length)
    this.#keys = new Float64Array(runs.length)
    for (let run = 0; run < runs.length; run++) {
      if (this.#moveOn(run)) this.#heap[this.#length++] = run
    }
    for (let at = this.#length >>> 1; at >= 0; at--) this.#sink(at)
  }

  /** Index of the run with the lowest term; `undefined` when all runs are exhausted. */
  get first(): number | undefined {
    return this.#length === 0 ? undefined : this.#heap[0]
  }

  /** Advances that run. Returns whether the next run has the same term. */
  advance(): boolean {
    const run = this.#heap[0] ?? 0
    const isSame = this.#isNextSame()
    if (!this.#moveOn(run)) this.#heap[0] = this.#heap[--this.#length] ?? 0
    this.#sink(0)
    return isSame
  }

  /** Whether the second run, one of the root's two children, has the same term as the first. */
  #isNextSame(): boolean {
    const left = this.#length > 1 && this.#isSame(1)
    return left || (this.#length > 2 && this.#isSame(2))
  }

  #isSame(at: number): boolean {
    return this.#compareTerms(this.#heap[0] ?? 0, this.#heap[at] ?? 0) === 0
  }

  #moveOn(run: number): boolean {
    const reader = this.#runs[run]
    const isThere = reader?.next() === true
    this.#keys[run] = reader?.term.key ?? 0
    return isThere
  }

  #sink(from: number): void {
    const heap = this.#heap
    const moved = heap[from] ?? 0
    let at = from
    for (;;) {
      let least = at * 2 + 1
      if (least >= this.#length) break
      if (least + 1 < this.#length && this.#isBefore(heap[least + 1] ?? 0, heap[least] ?? 0))
        least++
      if (!this.#isBefore(heap[least] ?? 0, moved)) break
      heap[at] = heap[least] ?? 0
      at = least
    }
    heap[at] = moved
  }

  /** Both runs may have the term: the posts of the earlier run come first. */
  #isBefore(a: number, b: number): boolean {
    const order = this.#compareTerms(a, b)
    return order < 0 || (order === 0 && a < b)
  }

  #compareTerms(a: number, b: number): number {
    // The keys nearly always decide, and compare much faster than the terms.
    const order = (this.#keys[a] ?? 0) - (this.#keys[b] ?? 0)
    if (order !== 0) return order
    const other = this.#runs[b]
    return other === undefined ? 0 : (this.#runs[a]?.term.compareRest(other.term) ?? 0)
  }
}
