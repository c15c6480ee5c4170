import { isEmojiUnit } from '../fold/emoji.ts'
import type { ClusterTerm, ClusterTerms } from './cluster-terms.ts'
import type { EmojiPlace } from './drop-emoji.ts'
import type { ScannedPost } from './scanned-post.ts'
import { toTextTerm, type TextTerm } from './text-term.ts'

/** Receives the occurrences of a term in a post. */
export interface OccurrenceVisitor {
  /** A range of the text. */
  visitRange(start: number, end: number): void
  /** A term of the cluster that begins at a unit. */
  visitCluster(unit: number, term: ClusterTerm): void
  visitEmoji(emoji: EmojiPlace): void
}

/** Looks through posts for a term, or for all terms with the same beginning. */
export class TermScan {
  readonly #term: string
  readonly #text: TextTerm | undefined
  readonly #isEmoji: boolean
  /** By the numbers of the clusters. */
  readonly #clusters: ReadonlyMap<number, readonly ClusterTerm[]>

  constructor({ term, isPrefix }: { term: string; isPrefix: boolean }, clusters: ClusterTerms) {
    this.#term = term
    this.#text = toTextTerm(term, isPrefix)
    this.#isEmoji = isEmojiUnit(term.charCodeAt(0))
    this.#clusters = clusters.find(term, isPrefix)
  }

  isIn({ text, clusters, emoji }: ScannedPost): boolean {
    if (this.#text !== undefined && this.#text.find(text, 0) !== -1) return true
    if (this.#isEmoji) return emoji.some(({ term }) => term === this.#term)
    if (this.#clusters.size === 0) return false
    for (let at = 0; at < clusters.length; at += 2) {
      if (this.#clusters.has(clusters[at + 1] ?? 0)) return true
    }
    return false
  }

  visit(post: ScannedPost, visitor: OccurrenceVisitor): void {
    this.#visitRanges(post.text, visitor)
    if (this.#isEmoji) {
      for (const place of post.emoji) if (place.term === this.#term) visitor.visitEmoji(place)
    }
    if (this.#clusters.size === 0) return
    const { clusters } = post
    for (let at = 0; at < clusters.length; at += 2) {
      for (const term of this.#clusters.get(clusters[at + 1] ?? 0) ?? []) {
        visitor.visitCluster(clusters[at] ?? 0, term)
      }
    }
  }

  #visitRanges(text: string, visitor: OccurrenceVisitor): void {
    const term = this.#text
    if (term === undefined) return
    for (let at = term.find(text, 0); at !== -1; at = term.find(text, at + 1)) {
      visitor.visitRange(at, term.findEnd(text, at))
    }
  }
}
