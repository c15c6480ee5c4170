import type { FoundTerm, OrdinalList } from '../engine/term-source.ts'
import type { PositionTable } from '../engine/position-lists.ts'
import type { DocumentList } from '../segment/posting-list.ts'
import { Occurrences } from './occurrences.ts'
import type { ScannedPost } from './scanned-post.ts'
import type { Slices } from './slices.ts'
import type { TermScan } from './term-scan.ts'

/** The posts of a segment, by their ordinals in it. */
export type ScannedPosts = readonly (ScannedPost | undefined)[]

/** A term and the posts that were found to have it. */
export class ScannedTerm implements FoundTerm {
  readonly count: number
  readonly #ordinals: Uint32Array
  readonly #scan: TermScan
  readonly #posts: ScannedPosts
  readonly #slices: Slices
  #collected: { candidates: Uint32Array; occurrences: Promise<Occurrences> } | undefined

  constructor(
    found: { ordinals: Uint32Array; count: number },
    scanned: { scan: TermScan; posts: ScannedPosts; slices: Slices },
  ) {
    this.count = found.count
    this.#ordinals = found.ordinals
    this.#scan = scanned.scan
    this.#posts = scanned.posts
    this.#slices = scanned.slices
  }

  loadOrdinals(): Promise<OrdinalList> {
    const { length } = this.#ordinals
    return Promise.resolve({ ordinals: this.#ordinals, length })
  }

  async loadDocuments(candidates: Uint32Array): Promise<DocumentList> {
    return (await this.#collect(candidates)).toDocuments()
  }

  async loadPositions(candidates: Uint32Array): Promise<PositionTable> {
    return (await this.#collect(candidates)).toPositions()
  }

  /** A phrase asks for documents, then for positions of the same posts. */
  #collect(candidates: Uint32Array): Promise<Occurrences> {
    if (this.#collected?.candidates === candidates) return this.#collected.occurrences
    const occurrences = this.#visit(candidates)
    this.#collected = { candidates, occurrences }
    return occurrences
  }

  async #visit(candidates: Uint32Array): Promise<Occurrences> {
    const occurrences = new Occurrences()
    for (const ordinal of candidates) {
      const post = this.#posts[ordinal]
      if (post === undefined) continue
      const count = occurrences.addPost(ordinal, post, this.#scan)
      if (this.#slices.spend(post.text.length, count)) await this.#slices.next()
    }
    return occurrences
  }
}
