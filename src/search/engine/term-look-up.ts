import { totalMark } from '../segment/character-totals.ts'
import type { RootSegment } from '../segment/search-root.ts'
import type { TermEntry } from '../segment/term-block.ts'
import type { SegmentReader, TermQuery } from './segment-reader.ts'
import { TermGroup } from './term-group.ts'
import { TermPostings } from './term-postings.ts'

/** A segment of at most this many posts rarely contains all terms of a query, so it is searched in stages. */
const rowsOfSmall = 4096

/** The terms of a segment. Each is looked up only once. */
export class TermLookUp {
  readonly #reader: SegmentReader
  readonly #guide: TermLookUp | undefined
  readonly #groups = new Map<string, Promise<TermGroup>>()

  /** `guide`: a large segment, searched for the same terms, that tells which of them are rare. */
  constructor(reader: SegmentReader, guide?: TermLookUp) {
    this.#reader = reader
    this.#guide = guide
  }

  get segment(): RootSegment {
    return this.#reader.segment
  }

  /** Whether terms are better looked up one after the other: often the first one already leaves no post. */
  get isStaged(): boolean {
    return this.#guide !== undefined && this.segment.rows <= rowsOfSmall
  }

  find(query: TermQuery): Promise<TermGroup> {
    const key = `${query.hasTotal ? 'total' : query.isPrefix ? 'prefix' : 'term'} ${query.term}`
    const known = this.#groups.get(key)
    if (known !== undefined) return known
    const group = this.#findEntries(query).then(
      (entries) => new TermGroup(entries.map((entry) => new TermPostings(this.#reader, entry))),
    )
    this.#groups.set(key, group)
    return group
  }

  /**
   * Groups terms into stages; a stage is fetched only if the ones before it leave any posts. In a small segment the two
   * rarest terms, according to the guide, get a stage each, because usually no post contains even the first one.
   */
  async toStages(queries: readonly TermQuery[]): Promise<TermQuery[][]> {
    const guide = this.#guide
    if (guide === undefined || !this.isStaged || queries.length < 2) return [[...queries]]
    const counted = await Promise.all(
      queries.map(async (query) => ({ query, count: (await guide.find(query)).count })),
    )
    const [first = [], second = [], ...others] = counted
      .sort((a, b) => a.count - b.count)
      .map(({ query }) => [query])
    return [first, second, others.flat()].filter((stage) => stage.length > 0)
  }

  async #findEntries(query: TermQuery): Promise<TermEntry[]> {
    if (query.hasTotal) {
      const term = `${query.term}${totalMark}`
      const total = await this.#reader.findTerms({ term, isPrefix: false, hasTotal: false })
      // A character with few terms has no total.
      if (total.length > 0) return total
    }
    return await this.#reader.findTerms(query)
  }
}
