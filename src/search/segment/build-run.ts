import { foldWithSpelling, isWrittenPlain } from '../fold/fold-text.ts'
import { visitTerms } from '../terms/list-terms.ts'
import { PostingList } from './posting-list.ts'
import { RunWriter } from './run-writer.ts'
import { TermIds } from './term-ids.ts'

/** Number of posts in a full run. */
export const rowsPerRun = 512

/** The text of a post that is indexed. */
export interface SearchText {
  title: string
  body: string
}

/**
 * Indexes consecutive posts in memory. Pure: the same posts give the same bytes. Meant for `rowsPerRun` posts at a
 * time; a segment is merged from its runs.
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

/**
 * Occurrences in text order: which term, at what position, spelled how. Typed arrays, because there are about a
 * million.
 */
class OccurrenceCollector {
  readonly #terms = new TermIds()
  #termIds = new Uint32Array(1 << 16)
  // The position, shifted left by two bits; bit 1: it is in the title; bit 0: it is spelled as folded.
  #places = new Uint32Array(1 << 16)
  #length = 0
  readonly #postEnds: number[] = []

  collect(text: string, isTitle: boolean): void {
    const { folded, plain } = foldWithSpelling(text)
    const titleBit = isTitle ? 2 : 0
    const terms = this.#terms
    const add = (id: number, position: number, isSpelledOut: boolean) => {
      this.#add(id, position * 4 + titleBit + (isSpelledOut ? 1 : 0))
    }
    visitTerms(folded, {
      visitPart: (start, end, position) => {
        const id =
          end - start === 2
            ? terms.toPairId(folded.charCodeAt(start), folded.charCodeAt(start + 1))
            : terms.toId(folded.slice(start, end))
        add(id, position, isWrittenPlain(plain, start, end))
      },
      visitTerm: (term, { position, start, end, isSpelledOut }) => {
        const id =
          term.length === 2
            ? terms.toPairId(term.charCodeAt(0), term.charCodeAt(1))
            : terms.toId(term)
        add(id, position, isSpelledOut && isWrittenPlain(plain, start, end))
      },
    })
  }

  endPost(): void {
    this.#postEnds.push(this.#length)
  }

  toRun(): Uint8Array {
    const sorted = this.#terms.listSorted()
    const { ends, posts, places } = this.#groupByTerm(sorted)
    const writer = new RunWriter(this.#postEnds.length)
    const list = new PostingList()
    let at = 0
    for (let rank = 0; rank < sorted.length; rank++) {
      list.clear()
      const end = ends[rank] ?? 0
      while (at < end) {
        const from = at
        const post = posts[from] ?? 0
        while (at < end && posts[at] === post) at++
        list.addOccurrences(post, places, { from, to: at })
      }
      writer.writeTerm(this.#terms.toTerm(sorted[rank] ?? 0), list)
    }
    return writer.finish()
  }

  /** Sorts the occurrences by these terms, and within a term by text order (counting sort). */
  #groupByTerm(sorted: Uint32Array): {
    ends: Uint32Array
    posts: Uint32Array
    places: Uint32Array
  } {
    const rankOf = new Uint32Array(sorted.length)
    for (let rank = 0; rank < sorted.length; rank++) rankOf[sorted[rank] ?? 0] = rank
    // Where the next occurrence of each term goes. When done, each value is where the next term begins.
    const ends = this.#countStarts(rankOf)
    const posts = new Uint32Array(this.#length)
    const places = new Uint32Array(this.#length)
    for (let at = 0, post = 0; at < this.#length; at++) {
      while (at >= (this.#postEnds[post] ?? Infinity)) post++
      const rank = rankOf[this.#termIds[at] ?? 0] ?? 0
      const place = ends[rank] ?? 0
      ends[rank] = place + 1
      posts[place] = post
      places[place] = this.#places[at] ?? 0
    }
    return { ends, posts, places }
  }

  /** The number of occurrences before those of each term. */
  #countStarts(rankOf: Uint32Array): Uint32Array {
    const starts = new Uint32Array(rankOf.length)
    for (let at = 0; at < this.#length; at++) {
      const rank = rankOf[this.#termIds[at] ?? 0] ?? 0
      starts[rank] = (starts[rank] ?? 0) + 1
    }
    let sum = 0
    for (let rank = 0; rank < starts.length; rank++) {
      const count = starts[rank] ?? 0
      starts[rank] = sum
      sum += count
    }
    return starts
  }

  #add(id: number, place: number): void {
    if (this.#length === this.#termIds.length) {
      this.#termIds = growTwice(this.#termIds)
      this.#places = growTwice(this.#places)
    }
    this.#termIds[this.#length] = id
    this.#places[this.#length] = place
    this.#length++
  }
}

function growTwice(values: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(values.length * 2)
  grown.set(values)
  return grown
}
