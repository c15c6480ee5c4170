/** The words of terms, as `listTermWords` numbers them, by slot: in columns, because large archives have millions. */
export class TermWords {
  /** Where the words of a term begin in `#words`, behind their number; 0 = not known. */
  readonly #starts: Uint32Array
  #words = new Uint32Array(1_024)
  #end = 1

  /** `slots` is how many terms there can be. */
  constructor(slots: number) {
    this.#starts = new Uint32Array(slots)
  }

  has(slot: number): boolean {
    return this.#starts[slot] !== 0
  }

  add(slot: number, words: readonly number[]): void {
    if (this.#end + words.length >= this.#words.length) {
      const more = new Uint32Array(this.#words.length * 2 + words.length)
      more.set(this.#words)
      this.#words = more
    }
    this.#words[this.#end] = words.length
    this.#words.set(words, this.#end + 1)
    this.#starts[slot] = this.#end + 1
    this.#end += 1 + words.length
  }

  /** The words of a term; none of an unknown one. */
  of(slot: number): Uint32Array {
    const start = this.#starts[slot] ?? 0
    return this.#words.subarray(start, start === 0 ? 0 : start + (this.#words[start - 1] ?? 0))
  }
}
