/** What is known of each term among all posts, by open addressing; a term is named by its slot. */
export class TermTable {
  readonly slots: number
  readonly keys: Uint32Array
  /** How many posts have it, older versions left out. */
  readonly posts: Uint32Array
  /** How many of them are written in words. */
  readonly wordPosts: Uint32Array
  /** The post that was counted last, plus 1. */
  readonly last: Uint32Array
  /** How often these posts have it in all. */
  readonly uses: Uint32Array
  /** 16 bits for what stands before it, 16 for what stands behind: each neighbour sets one. */
  readonly sides: Uint32Array
  /** Its first and last character; 0 for one of words. */
  readonly edges: Uint32Array
  /** The term without its first and without its last character, as hashes. */
  readonly tails: Uint32Array
  readonly heads: Uint32Array
  /** How many characters; 0 = of words. */
  readonly characters: Uint8Array
  /** 1 for a term of words that a post writes with a capital or an accent: a name, not a common word. */
  readonly named: Uint8Array
  /** The number of the only source, or language, that has it, plus 1; `several` for more. */
  readonly sources: Uint16Array
  readonly languages: Uint16Array
  readonly #mask: number
  #taken = 0

  /** For about `most` terms. */
  constructor(most: number) {
    this.slots = 2 ** Math.ceil(Math.log2(Math.max(2, most * 1.6)))
    this.#mask = this.slots - 1
    this.keys = new Uint32Array(this.slots)
    this.posts = new Uint32Array(this.slots)
    this.wordPosts = new Uint32Array(this.slots)
    this.last = new Uint32Array(this.slots)
    this.uses = new Uint32Array(this.slots)
    this.sides = new Uint32Array(this.slots)
    this.edges = new Uint32Array(this.slots)
    this.tails = new Uint32Array(this.slots)
    this.heads = new Uint32Array(this.slots)
    this.characters = new Uint8Array(this.slots)
    this.named = new Uint8Array(this.slots)
    this.sources = new Uint16Array(this.slots)
    this.languages = new Uint16Array(this.slots)
  }

  /** Takes a slot for a term; false when the table is full: it never fills, because a search must end somewhere. */
  take(slot: number, hash: number): boolean {
    if (this.#taken > this.slots * 0.9) return false
    this.#taken++
    this.keys[slot] = hash
    return true
  }

  /** The slot of a term; that of an unknown one has no posts. */
  find(hash: number): number {
    let slot = (hash ^ (hash >>> 15)) & this.#mask
    while (this.posts[slot] !== 0 && this.keys[slot] !== hash) slot = (slot + 1) & this.#mask
    return slot
  }
}

/** More sources, or languages, than one. */
export const several = 0xffff

/** Bits that tell, of hashes that were added, which came at least twice; some that did not seem to. */
export class TwiceSeen {
  readonly #once: Uint32Array
  readonly #twice: Uint32Array
  readonly #mask: number

  /** For about `most` hashes. */
  constructor(most: number) {
    const bits = Math.min(2 ** 31, 2 ** Math.ceil(Math.log2(Math.max(4_096, most * 8))))
    this.#once = new Uint32Array(bits / 32)
    this.#twice = new Uint32Array(bits / 32)
    this.#mask = bits - 1
  }

  /** Whether a hash was added at all. */
  hasOnce(hash: number): boolean {
    const bit = (hash & this.#mask) >>> 0
    return ((this.#once[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0
  }

  /** Adds a hash; returns whether it was the second time. */
  add(hash: number): boolean {
    const bit = (hash & this.#mask) >>> 0
    const [word, mark] = [bit >>> 5, 1 << (bit & 31)]
    const known = this.#once[word] ?? 0
    if ((known & mark) === 0) {
      this.#once[word] = known | mark
      return false
    }
    const before = this.#twice[word] ?? 0
    this.#twice[word] = before | mark
    return (before & mark) === 0
  }

  has(hash: number): boolean {
    const bit = (hash & this.#mask) >>> 0
    return ((this.#twice[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0
  }
}
