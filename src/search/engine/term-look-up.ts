import { totalMark } from '../segment/character-totals.ts'
import type { RootSegment } from '../segment/search-root.ts'
import type { SegmentReader } from './segment-reader.ts'
import { TermGroup } from './term-group.ts'
import { TermPostings } from './term-postings.ts'
import type { TermQuery, TermSource } from './term-source.ts'

/** A segment of at most this many posts rarely contains all terms of a query, so it is searched in stages. */
const rowsOfSmall = 4096

const one = { isPrefix: false, hasTotal: false }

/** The terms of a segment of the index. Each is looked up only once. */
export class TermLookUp implements TermSource {
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

  get rows(): number {
    return this.segment.rows
  }

  get isStaged(): boolean {
    return this.#guide !== undefined && this.segment.rows <= rowsOfSmall
  }

  find(query: TermQuery): Promise<TermGroup> {
    const key = `${query.hasTotal ? 'total' : query.isPrefix ? 'prefix' : 'term'} ${query.term}`
    const known = this.#groups.get(key)
    if (known !== undefined) return known
    const group = query.hasTotal ? this.#findTotal(query.term) : this.#findGroup(query)
    this.#groups.set(key, group)
    return group
  }

  /**
   * In a small segment the two rarest terms, according to the guide, get a stage each, because usually no post contains
   * even the first one.
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

  async #findGroup(query: TermQuery): Promise<TermGroup> {
    return new TermGroup(await this.#findPostings(query))
  }

  async #findTotal(character: string): Promise<TermGroup> {
    const total = await this.#findPostings({ ...one, term: `${character}${totalMark}` })
    if (total.length > 0) return new TermGroup(total)
    // A character whose terms fill less than a block has none. It is as rare all the same.
    const terms = await this.#findPostings({ ...one, term: character, isPrefix: true })
    const { length } = await new TermGroup(terms).loadDocuments(undefined)
    return new TermGroup(terms, length)
  }

  async #findPostings(query: TermQuery): Promise<TermPostings[]> {
    const entries = await this.#reader.findTerms(query)
    return entries.map((entry) => new TermPostings(this.#reader, entry))
  }
}
