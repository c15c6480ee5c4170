import type { PostWords } from '../related/post-words.ts'
import { listTermWords } from '../terms/list-words.ts'

/** Tells how many posts say terms, whether they are about them or not. */
export class TermMentions {
  readonly #words: PostWords
  /** How many posts say each word. */
  readonly #counts: Uint32Array

  constructor(words: PostWords) {
    this.#words = words
    this.#counts = new Uint32Array(words.weights.length)
    for (const word of words.words) this.#counts[word] = (this.#counts[word] ?? 0) + 1
  }

  /**
   * How many posts from `start` to `end`, and of all, say the rarest word of a term; `undefined` for a term without
   * words that two posts say.
   */
  of(
    term: string,
    { start, end }: { start: number; end: number },
  ): { within: number; all: number } | undefined {
    const { numbers, starts, words } = this.#words
    let rarest: number | undefined
    for (const hash of listTermWords(term)) {
      const word = (numbers[hash] ?? 0) - 1
      if (word < 0) continue
      if (rarest === undefined || this.#count(word) < this.#count(rarest)) rarest = word
    }
    if (rarest === undefined) return undefined
    let within = 0
    for (let at = starts[start] ?? 0; at < (starts[end] ?? 0); at++) {
      if (words[at] === rarest) within++
    }
    return { within, all: this.#count(rarest) }
  }

  #count(word: number): number {
    return this.#counts[word] ?? 0
  }
}
