import type { PostWords } from './post-words.ts'
import type { AllTopics } from './topic-lists.ts'

/** Tells which terms a post says, whether it is about them or not. */
export class SaidTerms {
  readonly #all: AllTopics
  readonly #words: PostWords
  /** The last look at a post that is about the term, or says the word. */
  readonly #isAbout: Uint32Array
  readonly #saysWord: Uint32Array
  /** How many posts say each word. */
  readonly #counts: Uint32Array
  #looks = 0

  /** `slots` is how many terms there can be. */
  constructor(all: AllTopics, words: PostWords, slots: number) {
    this.#all = all
    this.#words = words
    this.#isAbout = new Uint32Array(slots)
    this.#saysWord = new Uint32Array(words.weights.length)
    this.#counts = new Uint32Array(words.weights.length)
    for (const word of words.words) this.#counts[word] = (this.#counts[word] ?? 0) + 1
  }

  /** Turns to a post. */
  look(ordinal: number): void {
    const look = ++this.#looks
    const { starts, slots } = this.#all
    for (let at = starts[ordinal] ?? 0; at < (starts[ordinal + 1] ?? 0); at++) {
      this.#isAbout[slots[at] ?? 0] = look
    }
    const { starts: first, words } = this.#words
    for (let at = first[ordinal] ?? 0; at < (first[ordinal + 1] ?? 0); at++) {
      this.#saysWord[words[at] ?? 0] = look
    }
  }

  /** Whether the post that was looked at last says a term; `words` as from `listWords`. */
  has(slot: number, words: readonly number[]): boolean {
    if (this.#isAbout[slot] === this.#looks) return true
    return words.length > 0 && words.every((word) => this.#saysWord[word] === this.#looks)
  }

  /** The words of a term; none where one of them is too rare, or too frequent, to be among those of posts. */
  listWords(slot: number): readonly number[] {
    const words = this.#all.termWords.of(slot)
    const numbers = Array.from(words, (word) => (this.#words.numbers[word] ?? 0) - 1)
    return numbers.includes(-1) ? [] : numbers
  }

  /** How many posts say the rarest word of a term, at least `least`. */
  count(slot: number, least: number): number {
    const counts = this.listWords(slot).map((word) => this.#counts[word] ?? 0)
    return counts.length === 0 ? least : Math.max(least, Math.min(...counts))
  }
}
