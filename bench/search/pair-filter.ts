import type { SearchQuery } from '#search/query/search-query.ts'

/** Factor of Fibonacci hashing: 2^32 over the golden ratio, odd. */
const spread = 0x9e3779b1

/** Bits of a hash, and of the number of a bit in a word of the filter. */
const hashBits = 16
const wordBits = 5

/**
 * Tells quickly that a text cannot hold a phrase: some two neighbouring characters of the phrase stand nowhere in it. Looking for 1,000 phrases in
 * a million texts would take days without; what is let through is looked at character by character.
 */
export class PairFilter {
  readonly #words = new Uint32Array(1 << (hashBits - wordBits))

  /** Takes the texts of another post. */
  fill(...texts: readonly string[]): void {
    this.#words.fill(0)
    for (const text of texts) {
      for (let at = 1; at < text.length; at++) {
        const hash = toPairHash(text.charCodeAt(at - 1), text.charCodeAt(at))
        const word = hash >>> wordBits
        this.#words[word] = (this.#words[word] ?? 0) | (1 << (hash & 31))
      }
    }
  }

  /** Whether all pairs may stand in the texts; some of them may not. */
  mayHold(pairs: Uint16Array): boolean {
    for (const hash of pairs) {
      if (((this.#words[hash >>> wordBits] ?? 0) & (1 << (hash & 31))) === 0) return false
    }
    return true
  }
}

/** What must stand in the texts of every hit of a query: the pairs of all its phrases that are wanted. */
export function listPairs({ clauses }: SearchQuery): Uint16Array {
  const hashes = clauses.flatMap((clause) => {
    if (clause.kind !== 'text' || clause.isExcluded) return []
    const { phrase } = clause
    return Array.from({ length: phrase.length - 1 }, (_, at) =>
      toPairHash(phrase.charCodeAt(at), phrase.charCodeAt(at + 1)),
    )
  })
  return Uint16Array.from(new Set(hashes))
}

function toPairHash(first: number, second: number): number {
  return Math.imul((first << 16) | second, spread) >>> (32 - hashBits)
}
