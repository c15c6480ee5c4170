import { foldWithOffsets } from '../fold/fold-text.ts'
import { listTerms } from '../terms/list-terms.ts'
import { PostingList, spellings } from './posting-list.ts'
import { RunWriter } from './run-writer.ts'
import { TermIds } from './term-ids.ts'

/** Posts of a full run. */
export const rowsPerRun = 512

/** What search sees of a post. */
export interface SearchText {
  title: string
  body: string
}

/**
 * Indexes neighbouring posts in memory: pure, same posts in, same bytes out. Made for `rowsPerRun` posts at a time; a segment
 * is merged from its runs.
 */
export function buildRun(posts: readonly SearchText[]): Uint8Array {
  const collector = new OccurrenceCollector()
  for (const { title, body } of posts) {
    collector.collect(title, true)
    collector.collect(body, false)
    collector.endPost()
  }
  return collector.toRun()
}

/** Occurrences in the order of the text: which term, where, how written. Typed arrays: there are about a million. */
class OccurrenceCollector {
  readonly #terms = new TermIds()
  #termIds = new Uint32Array(1 << 16)
  // Position above two bits: is it in a title, is it written as folded.
  #places = new Uint32Array(1 << 16)
  #length = 0
  readonly #postEnds: number[] = []

  collect(text: string, isTitle: boolean): void {
    const { folded, plain } = foldWithOffsets(text)
    const titleBit = isTitle ? 2 : 0
    listTerms(folded, (term, position) => {
      const plainBit = isWrittenPlain(plain, position, term.length) ? 1 : 0
      this.#add(term, position * 4 + titleBit + plainBit)
    })
  }

  endPost(): void {
    this.#postEnds.push(this.#length)
  }

  toRun(): Uint8Array {
    const { starts, order } = this.#groupByTerm()
    const postOf = this.#listPosts()
    const writer = new RunWriter(this.#postEnds.length)
    const list = new PostingList()
    for (const { term, id } of this.#terms.listSorted()) {
      list.clear()
      let post = -1
      for (let at = starts[id] ?? 0; at < (starts[id + 1] ?? 0); at++) {
        const occurrence = order[at] ?? 0
        const own = postOf[occurrence] ?? 0
        if (own !== post) list.addDocument(own)
        post = own
        const place = this.#places[occurrence] ?? 0
        const spelling = (place & 1) === 1 ? spellings.plain : spellings.other
        list.addPosition(place >>> 2, (place & 2) === 2, spelling)
      }
      writer.writeTerm(term, list)
    }
    return writer.finish()
  }

  /** Occurrences sorted by term, those of a term in the order of the text (counting sort). */
  #groupByTerm(): { starts: Uint32Array; order: Uint32Array } {
    const starts = new Uint32Array(this.#terms.count + 1)
    for (let at = 0; at < this.#length; at++) {
      const next = (this.#termIds[at] ?? 0) + 1
      starts[next] = (starts[next] ?? 0) + 1
    }
    for (let id = 1; id < starts.length; id++) {
      starts[id] = (starts[id] ?? 0) + (starts[id - 1] ?? 0)
    }
    const free = starts.slice()
    const order = new Uint32Array(this.#length)
    for (let at = 0; at < this.#length; at++) {
      const id = this.#termIds[at] ?? 0
      const place = free[id] ?? 0
      order[place] = at
      free[id] = place + 1
    }
    return { starts, order }
  }

  #listPosts(): Uint32Array {
    const posts = new Uint32Array(this.#length)
    let start = 0
    for (const [post, end] of this.#postEnds.entries()) {
      posts.fill(post, start, end)
      start = end
    }
    return posts
  }

  #add(term: string, place: number): void {
    if (this.#length === this.#termIds.length) {
      this.#termIds = growTwice(this.#termIds)
      this.#places = growTwice(this.#places)
    }
    this.#termIds[this.#length] = this.#terms.toId(term)
    this.#places[this.#length] = place
    this.#length++
  }
}

function isWrittenPlain(plain: Uint8Array, position: number, length: number): boolean {
  for (let at = position; at < position + length; at++) if (plain[at] === 0) return false
  return true
}

function growTwice(values: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(values.length * 2)
  grown.set(values)
  return grown
}
