import { PostingList, type DocumentList } from '../segment/posting-list.ts'
import type { PositionTable } from './position-lists.ts'
import type { TermPostings } from './term-postings.ts'
import type { FoundTerm, OrdinalList } from './term-source.ts'

/** Terms of the index that count as one: the queried term, or every term with the queried prefix. */
export class TermGroup implements FoundTerm {
  readonly count: number
  readonly #terms: readonly TermPostings[]

  constructor(
    terms: readonly TermPostings[],
    count = terms.reduce((sum, term) => sum + term.count, 0),
  ) {
    this.count = count
    this.#terms = terms
  }

  loadOrdinals(candidates: Uint32Array | undefined): Promise<OrdinalList> {
    return this.loadDocuments(candidates)
  }

  /** See `TermPostings.loadDocuments`. The counts of all terms are added up. */
  async loadDocuments(candidates: Uint32Array | undefined): Promise<DocumentList> {
    const lists = await Promise.all(this.#terms.map((term) => term.loadDocuments(candidates)))
    return lists.length === 1 ? (lists[0] ?? new PostingList()) : uniteDocuments(lists)
  }

  /** See `TermPostings.loadPositions`. */
  async loadPositions(candidates: Uint32Array): Promise<PositionTable> {
    const tables = await Promise.all(this.#terms.map((term) => term.loadPositions(candidates)))
    const [only] = tables
    return only !== undefined && tables.length === 1
      ? only
      : unitePositions(tables, candidates.length)
  }
}

/** Union of the lists. */
function uniteDocuments(lists: readonly DocumentList[]): DocumentList {
  const highest = lists.reduce(
    (most, list) => Math.max(most, list.ordinals[list.length - 1] ?? 0),
    0,
  )
  const counts = new Uint32Array(highest + 1)
  const titleCounts = new Uint32Array(highest + 1)
  const spellings = new Uint8Array(highest + 1)
  for (const list of lists) {
    for (let at = 0; at < list.length; at++) {
      const ordinal = list.ordinals[at] ?? 0
      counts[ordinal] = (counts[ordinal] ?? 0) + (list.counts[at] ?? 0)
      titleCounts[ordinal] = (titleCounts[ordinal] ?? 0) + (list.titleCounts[at] ?? 0)
      spellings[ordinal] = (spellings[ordinal] ?? 0) | (list.spellings[at] ?? 0)
    }
  }
  const united = new PostingList()
  for (const [ordinal, count] of counts.entries()) {
    if (count === 0) continue
    const titleCount = titleCounts[ordinal] ?? 0
    united.addCounted({ ordinal, count, titleCount }, spellings[ordinal] ?? 0)
  }
  return united
}

function unitePositions(tables: readonly PositionTable[], candidates: number): PositionTable {
  const starts = new Uint32Array(candidates + 1)
  const values = new Uint32Array(tables.reduce((sum, table) => sum + table.values.length, 0))
  let length = 0
  for (let at = 0; at < candidates; at++) {
    const start = length
    for (const table of tables) {
      const own = table.values.subarray(table.starts[at] ?? 0, table.starts[at + 1] ?? 0)
      values.set(own, length)
      length += own.length
    }
    values.subarray(start, length).sort()
    starts[at + 1] = length
  }
  return { starts, values }
}
