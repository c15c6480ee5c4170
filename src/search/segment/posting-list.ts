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

  /** Adds a post without occurrences; `addPosition` fills it. */
  addDocument(ordinal: number): void {
    if (this.length === this.ordinals.length) this.#growDocuments()
    this.ordinals[this.length] = ordinal
    this.counts[this.length] = 0
    this.titleCounts[this.length] = 0
    this.spellings[this.length] = 0
    this.length++
  }

  /** Adds an occurrence to the last post; title positions come first, each field's ascend. */
  addPosition(position: number, isTitle: boolean, spelling: number): void {
    const at = this.length - 1
    this.counts[at] = (this.counts[at] ?? 0) + 1
    if (isTitle) this.titleCounts[at] = (this.titleCounts[at] ?? 0) + 1
    this.spellings[at] = (this.spellings[at] ?? 0) | spelling
    this.appendPosition(isTitle ? position : position + bodyStart)
  }

  /** Adds a post as a file tells it; `appendPosition` adds what belongs to it. */
  addCounted(
    { ordinal, count, titleCount }: { ordinal: number; count: number; titleCount: number },
    spelling: number,
  ): void {
    this.addDocument(ordinal)
    const at = this.length - 1
    this.counts[at] = count
    this.titleCounts[at] = titleCount
    this.spellings[at] = spelling
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
