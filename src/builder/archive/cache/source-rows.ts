import type { PostProblem } from '#core/post/post.ts'
import type { WithheldKind } from '#builder/read/front-matter/publication-state.ts'
import type { CachedPost } from '../post/cached-post.ts'
import type { SourceTable } from './source-table.ts'
import { toCachedPost } from './cached-post-view.ts'

/** Consecutive rows of a table. */
export interface SourceRun {
  table: SourceTable
  first: number
  rows: number
  /** Index of the first row in the whole list. */
  at: number
}

/**
 * The sources of one build in the order of its files: rows of the known table and of the table that this build filled.
 */
export class SourceRows {
  readonly #known: SourceTable
  readonly #fresh: SourceTable
  readonly #places: Int32Array

  /** `places`: a row of `known`, or the complement (`~row`) of a row of `fresh`. Both tables share their texts. */
  constructor(tables: { known: SourceTable; fresh: SourceTable }, places: Int32Array) {
    this.#known = tables.known
    this.#fresh = tables.fresh
    this.#places = places
  }

  get length(): number {
    return this.#places.length
  }

  /** The text table of all rows. */
  get texts(): SourceTable['texts'] {
    return this.#known.texts
  }

  /** All rows in order, as runs of consecutive rows of one table. */
  *runs(): Generator<SourceRun> {
    const places = this.#places
    for (let at = 0; at < places.length;) {
      const place = places[at] ?? 0
      const step = place < 0 ? -1 : 1
      let rows = 1
      while (places[at + rows] === place + step * rows && place + step * rows < 0 === place < 0) {
        rows++
      }
      yield place < 0
        ? { table: this.#fresh, first: ~place, rows, at }
        : { table: this.#known, first: place, rows, at }
      at += rows
    }
  }

  #forEach(visit: (table: SourceTable, row: number) => void): void {
    for (const { table, first, rows } of this.runs()) {
      for (let row = first; row < first + rows; row++) visit(table, row)
    }
  }

  posts(): CachedPost[] {
    const posts: CachedPost[] = []
    this.#forEach((table, row) => {
      const post = toCachedPost(table, row)
      if (post !== undefined) posts.push(post)
    })
    return posts
  }

  /** Files whose posts their writers kept from readers, and why. */
  leftOut(): { file: string; kind: WithheldKind }[] {
    const files: { file: string; kind: WithheldKind }[] = []
    this.#forEach((table, row) => {
      const kind = table.withheld(row)
      if (kind !== undefined) files.push({ file: table.file(row), kind })
    })
    return files
  }

  problems(): PostProblem[] {
    const problems: PostProblem[] = []
    this.#forEach((table, row) => problems.push(...(table.problems.get(row) ?? [])))
    return problems
  }
}
