/** Sizes that trade bytes of a query against numbers of files; they are no part of the format. */
export interface BlockSizes {
  /** A block of terms holds at most this many bytes, but for a term that alone takes more. */
  blockBytes: number
  /** A stream of postings of up to this many bytes stands in the block of its term. */
  inlineBytes: number
  /** Posts in a chunk of documents. */
  documentsPerChunk: number
  /** A chunk of positions is closed at this many. */
  positionsPerChunk: number
}

/** The sizes for a segment of so many posts. */
export function toBlockSizes(rows: number): BlockSizes {
  const blockBytes = rows <= 16_384 ? 16_384 : rows <= 131_072 ? 24_576 : 65_536
  return {
    blockBytes,
    inlineBytes: blockBytes,
    documentsPerChunk: 16_384,
    // About one and a half bytes each.
    positionsPerChunk: (blockBytes * 2) / 3,
  }
}
