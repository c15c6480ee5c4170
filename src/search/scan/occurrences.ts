import { bodyStart, PostingList, spellings, type DocumentList } from '../segment/posting-list.ts'
import type { PositionTable } from '../engine/position-lists.ts'
import type { ClusterTerm } from './cluster-terms.ts'
import type { EmojiPlace } from './drop-emoji.ts'
import type { ScannedPost } from './scanned-post.ts'
import type { OccurrenceVisitor, TermScan } from './term-scan.ts'

/** Collects where a term stands in some posts, one after the other, as the index tells it. */
export class Occurrences implements OccurrenceVisitor {
  readonly #documents = new PostingList()
  readonly #posts: ScannedPost[] = []
  /** Of each post, how many occurrences there are up to its end. */
  readonly #ends: number[] = []
  /** Unit of each occurrence, and how many letters behind it the occurrence is. */
  #places = new Uint32Array(64)
  #length = 0
  #post: ScannedPost | undefined
  #titleCount = 0
  #spelling = 0

  /** Adds a post that has the term. Posts must come in ascending order. */
  addPost(ordinal: number, post: ScannedPost, scan: TermScan): number {
    const before = this.#length
    this.#post = post
    this.#titleCount = 0
    this.#spelling = 0
    scan.visit(post, this)
    const count = this.#length - before
    this.#posts.push(post)
    this.#ends.push(this.#length)
    this.#documents.addCounted({ ordinal, count, titleCount: this.#titleCount }, this.#spelling)
    return count
  }

  toDocuments(): DocumentList {
    return this.#documents
  }

  /** The positions in all posts; see `bodyStart`. */
  toPositions(): PositionTable {
    const starts = new Uint32Array(this.#posts.length + 1)
    const values = new Uint32Array(this.#length)
    let at = 0
    for (const [number, post] of this.#posts.entries()) {
      const end = this.#ends[number] ?? 0
      const from = at
      for (; at < end; at++) {
        const unit = this.#places[at * 2] ?? 0
        const position = post.toPosition(unit) + (this.#places[at * 2 + 1] ?? 0)
        values[at] = unit < post.bodyStart ? position : position + bodyStart
      }
      // Those of clusters come behind all others.
      values.subarray(from, end).sort()
      starts[number + 1] = end
    }
    return { starts, values }
  }

  visitRange(start: number, end: number): void {
    this.#add(start, 0, this.#post?.isPlain(start, end) ?? true)
  }

  visitCluster(unit: number, { position, start, end, isSpelledOut }: ClusterTerm): void {
    const isPlain = isSpelledOut && (this.#post?.isPlain(unit + start, unit + end) ?? true)
    this.#add(unit, position, isPlain)
  }

  visitEmoji({ isTitle, position, isPlain }: EmojiPlace): void {
    this.#add(isTitle ? 0 : (this.#post?.bodyStart ?? 0), position, isPlain)
  }

  #add(unit: number, letters: number, isPlain: boolean): void {
    if (this.#length * 2 === this.#places.length) {
      const grown = new Uint32Array(this.#places.length * 2)
      grown.set(this.#places)
      this.#places = grown
    }
    this.#places[this.#length * 2] = unit
    this.#places[this.#length * 2 + 1] = letters
    this.#length++
    if (unit < (this.#post?.bodyStart ?? 0)) this.#titleCount++
    this.#spelling |= isPlain ? spellings.plain : spellings.other
  }
}
