/** String interning: texts that many rows share, each stored once under a number. Number 0 is no text. */
export class TextTable {
  readonly #texts: (string | undefined)[] = [undefined]
  readonly #numbers = new Map<string, number>()

  constructor(texts: readonly string[] = []) {
    for (const text of texts) this.add(text)
  }

  /** Returns the number of a text, which is added if it is new. */
  add(text: string | undefined): number {
    if (text === undefined) return 0
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const number = this.#texts.length
    this.#texts.push(text)
    this.#numbers.set(text, number)
    return number
  }

  at(number: number): string | undefined {
    return this.#texts[number]
  }

  /** All texts in the order of their numbers, from 1 on. */
  list(): string[] {
    return [...this.#numbers.keys()]
  }
}
