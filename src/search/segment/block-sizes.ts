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

/**
 * The sizes for a segment of so many posts. Measured on 1,000 random pieces of 2 to 8 characters: smaller blocks cost a query fewer
 * bytes, until the root, which names them all, costs more. What stands in a block needs no request of its own; where lists are
 * so long that a query wants only parts of them, chunks take over.
 */
export function toBlockSizes(rows: number): BlockSizes {
  if (rows <= 16_384) return toSizes(12_288, 40_960)
  return rows <= 131_072 ? toSizes(24_576, 24_576) : toSizes(65_536, 65_536)
}

function toSizes(blockBytes: number, inlineBytes: number): BlockSizes {
  // A position takes about one and a half bytes.
  const positionsPerChunk = Math.floor((blockBytes * 2) / 3)
  return { blockBytes, inlineBytes, documentsPerChunk: 16_384, positionsPerChunk }
}
