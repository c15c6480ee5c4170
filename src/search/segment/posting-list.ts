/** How the occurrences of a term in a post are written: exactly as folded, otherwise (capitals, accents, traditional ...), or both. */
export const spellings = { plain: 1, other: 2, both: 3 } as const

/** Ordinals of the posts that hold a term, ascending, with what ranking and phrases need of each. */
export interface DocumentList {
  readonly length: number
  /** Relative to the first post of the segment or run. */
  readonly ordinals: Uint32Array
  /** Occurrences, the title's included; at least one. */
  readonly counts: Uint32Array
  /** Occurrences in the title. */
  readonly titleCounts: Uint32Array
  /** One of `spellings`. */
  readonly spellings: Uint8Array
}

/** Body positions lie above all title positions, so that one sorted list holds both and no phrase reaches across. */
export const bodyStart = 2 ** 30

/** Postings of one term, made or merged: documents and, in their order, all positions (of each post: title, then body). */
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
   * Adds a post with its occurrences, those in the title first: of each the position above two bits, is it in the title, is it
   * written as folded.
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

  /** Adds a post as a file tells it; `appendPosition` adds what belongs to it. */
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

  /** Adds a position as it is, for posts that were added with their counts. */
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
