/**
 * How the occurrences of a term in a post are spelled: exactly as folded, differently (capitals, accents, traditional
 * ...), or both.
 */
export const spellings = { plain: 1, other: 2, both: 3 } as const

/** Posts that contain a term, in ascending order, with what ranking and phrases need to know about each. */
export interface DocumentList {
  readonly length: number
  /** Relative to the first post of the segment or run. */
  readonly ordinals: Uint32Array
  /** Occurrences, including those in the title; at least one. */
  readonly counts: Uint32Array
  /** Occurrences in the title. */
  readonly titleCounts: Uint32Array
  /** One of `spellings`. */
  readonly spellings: Uint8Array
}

/**
 * Added to body positions, so that they sort after all title positions: one sorted list holds both, and no phrase spans
 * the two.
 */
export const bodyStart = 2 ** 30

/** Growable postings of one term: documents and, in the same order, all positions (title, then body, of each post). */
export class PostingList implements DocumentList {
  length = 0
  positionCount = 0
  ordinals = new Uint32Array(64)
  counts = new Uint32Array(64)
  titleCounts = new Uint32Array(64)
  spellings = new Uint8Array(64)
  positions = new Uint32Array(256)

  clear(): void {
    this.length = 0
    this.positionCount = 0
  }

  /**
   * Adds a post with its occurrences, title first. Each place is a position shifted left by two bits; bit 1: it is in
   * the title; bit 0: it is spelled as folded.
   */
  addOccurrences(
    ordinal: number,
    places: Uint32Array,
    { from, to }: { from: number; to: number },
  ): void {
    let titleCount = 0
    let spelling = 0
    for (let at = from; at < to; at++) {
      const place = places[at] ?? 0
      const isTitle = (place & 2) === 2
      if (isTitle) titleCount++
      spelling |= (place & 1) === 1 ? spellings.plain : spellings.other
      this.appendPosition(isTitle ? place >>> 2 : (place >>> 2) + bodyStart)
    }
    this.addCounted({ ordinal, count: to - from, titleCount }, spelling)
  }

  /** Adds a post with known counts. `appendPosition` then adds its positions. */
  addCounted(
    { ordinal, count, titleCount }: { ordinal: number; count: number; titleCount: number },
    spelling: number,
  ): void {
    if (this.length === this.ordinals.length) this.#growDocuments()
    this.ordinals[this.length] = ordinal
    this.counts[this.length] = count
    this.titleCounts[this.length] = titleCount
    this.spellings[this.length] = spelling
    this.length++
  }

  /** Adds an encoded position (see `bodyStart`) to a post that `addCounted` added. */
  appendPosition(position: number): void {
    if (this.positionCount === this.positions.length) {
      this.positions = grow(this.positions, this.positionCount + 1)
    }
    this.positions[this.positionCount++] = position
  }

  #growDocuments(): void {
    this.ordinals = grow(this.ordinals, this.length + 1)
    this.counts = grow(this.counts, this.length + 1)
    this.titleCounts = grow(this.titleCounts, this.length + 1)
    const spellings = new Uint8Array(this.ordinals.length)
    spellings.set(this.spellings)
    this.spellings = spellings
  }
}

function grow(values: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(Math.max(values.length * 2, length))
  grown.set(values)
  return grown
}
