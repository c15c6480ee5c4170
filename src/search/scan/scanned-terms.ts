import type { TermQuery, TermSource } from '../engine/term-source.ts'
import type { ClusterTerms } from './cluster-terms.ts'
import type { ScannedPost } from './scanned-post.ts'
import { ScannedTerm, type ScannedPosts } from './scanned-term.ts'
import type { Slices } from './slices.ts'
import { TermScan } from './term-scan.ts'

/** The terms of consecutive posts, found by looking through their texts. Each is looked for only once. */
export class ScannedTerms implements TermSource {
  /** The first term often leaves no post, and each is a look at all texts. */
  readonly isStaged = true
  readonly #posts: ScannedPosts
  readonly #clusters: ClusterTerms
  readonly #slices: Slices
  readonly #terms = new Map<string, Promise<ScannedTerm>>()

  constructor(posts: ScannedPosts, clusters: ClusterTerms, slices: Slices) {
    this.#posts = posts
    this.#clusters = clusters
    this.#slices = slices
  }

  get rows(): number {
    return this.#posts.length
  }

  find(query: TermQuery): Promise<ScannedTerm> {
    const key = `${query.hasTotal ? 'total' : query.isPrefix ? 'prefix' : 'term'} ${query.term}`
    const known = this.#terms.get(key)
    if (known !== undefined) return known
    const term = this.#scan(query)
    this.#terms.set(key, term)
    return term
  }

  toStages(queries: readonly TermQuery[]): Promise<TermQuery[][]> {
    return Promise.resolve(queries.map((query) => [query]))
  }

  async #scan(query: TermQuery): Promise<ScannedTerm> {
    const scan = new TermScan(query, this.#clusters)
    const terms = query.isPrefix && !query.hasTotal ? new CountedTerms() : undefined
    const ordinals: number[] = []
    for (const [ordinal, post] of this.#posts.entries()) {
      if (post === undefined) continue
      const occurrences = terms === undefined ? 0 : terms.addPost(post, scan)
      if (occurrences > 0 || (terms === undefined && scan.isIn(post))) ordinals.push(ordinal)
      if (this.#slices.spend(post.text.length, occurrences)) await this.#slices.next()
    }
    const found = { ordinals: Uint32Array.from(ordinals), count: terms?.count ?? ordinals.length }
    return new ScannedTerm(found, { scan, posts: this.#posts, slices: this.#slices })
  }
}

/** Counts the posts of each term with the same beginning: the index knows no more of them together than the sum. */
class CountedTerms {
  /** Posts of all terms, added up. */
  count = 0
  /** The last post of each term. */
  readonly #lastPosts = new Map<string, ScannedPost>()

  /** Returns how often the terms occur in the post. */
  addPost(post: ScannedPost, scan: TermScan): number {
    let occurrences = 0
    const add = (term: string) => {
      occurrences++
      if (this.#lastPosts.get(term) === post) return
      this.#lastPosts.set(term, post)
      this.count++
    }
    scan.visit(post, {
      visitRange: (start, end) => add(post.text.slice(start, end)),
      visitCluster: (_, { term }) => add(term),
      visitEmoji: ({ term }) => add(term),
    })
    return occurrences
  }
}
