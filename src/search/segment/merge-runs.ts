import { PostingList } from './posting-list.ts'
import type { RunReader } from './run-reader.ts'
import { RunWriter } from './run-writer.ts'

/** Most runs one merge should read at once; more are merged into bigger ones first. */
export const mostMergedRuns = 64

/** A term with its postings from all runs; the list is used again for the next term. */
export interface MergedTerm {
  term: string
  list: PostingList
}

/**
 * The terms of neighbouring runs in order, each with the postings of all: the runs stand in the order of their posts. Holds one
 * term of each run, and all postings of one.
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
  for (let at = heap.first; at !== undefined; at = heap.first) {
    const term = runs[at]?.term ?? ''
    list.clear()
    for (let same = heap.first; same !== undefined; same = heap.first) {
      const run = runs[same]
      if (run === undefined || run.term !== term) break
      run.appendTo(list, bases[same] ?? 0)
      heap.advance()
    }
    yield { term, list }
  }
}

/** Merges neighbouring runs into one, given away in pieces. */
export function* mergeToRun(runs: readonly RunReader[]): Generator<Uint8Array> {
  const writer = new RunWriter(runs.reduce((sum, run) => sum + run.rows, 0))
  for (const { term, list } of mergeTerms(runs)) {
    writer.writeTerm(term, list)
    const piece = writer.takePiece()
    if (piece !== undefined) yield piece
  }
  yield writer.finish()
}

/** Runs by the term they stand at, then by their place; a binary heap of their indexes. */
class RunHeap {
  readonly #runs: readonly RunReader[]
  readonly #heap: number[] = []

  constructor(runs: readonly RunReader[]) {
    this.#runs = runs
    for (const [at, run] of runs.entries()) if (run.next()) this.#heap.push(at)
    for (let at = this.#heap.length >>> 1; at >= 0; at--) this.#sink(at)
  }

  /** Index of the run with the first term; `undefined` when all are read. */
  get first(): number | undefined {
    return this.#heap[0]
  }

  /** Moves that run on. */
  advance(): void {
    const [first] = this.#heap
    if (first === undefined) return
    if (this.#runs[first]?.next() !== true) {
      const last = this.#heap.pop()
      if (last === undefined || this.#heap.length === 0) return
      this.#heap[0] = last
    }
    this.#sink(0)
  }

  #sink(from: number): void {
    const heap = this.#heap
    let at = from
    for (;;) {
      const left = at * 2 + 1
      const right = left + 1
      let least = at
      if (left < heap.length && this.#isBefore(left, least)) least = left
      if (right < heap.length && this.#isBefore(right, least)) least = right
      if (least === at) return
      const moved = heap[at] ?? 0
      heap[at] = heap[least] ?? 0
      heap[least] = moved
      at = least
    }
  }

  #isBefore(a: number, b: number): boolean {
    const first = this.#heap[a] ?? 0
    const second = this.#heap[b] ?? 0
    const runA = this.#runs[first]
    const runB = this.#runs[second]
    if (runA === undefined || runB === undefined) return false
    // The numbers decide nearly always, and compare much faster than the terms.
    if (runA.key !== runB.key) return runA.key < runB.key
    if (runA.term !== runB.term) return runA.term < runB.term
    return first < second
  }
}
