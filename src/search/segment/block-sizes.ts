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
  if (rows <= 2_048) return toSizes({ block: 6, inline: 40, chunk: 12 })
  if (rows <= 16_384) return toSizes({ block: 12, inline: 40, chunk: 12 })
  if (rows <= 131_072) return toSizes({ block: 24, inline: 32, chunk: 24 })
  return toSizes({ block: 32, inline: 64, chunk: 96 })
}

/** From kilobytes; a position takes about a byte, a post in a list so long that it is cut about half of one. */
function toSizes({
  block,
  inline,
  chunk,
}: Record<'block' | 'inline' | 'chunk', number>): BlockSizes {
  return {
    blockBytes: block * 1024,
    inlineBytes: inline * 1024,
    documentsPerChunk: chunk * 1024,
    positionsPerChunk: chunk * 1024,
  }
}
