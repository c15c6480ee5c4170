/** Sizes that trade bytes per query against the number of files. They are not part of the format. */
export interface BlockSizes {
  /** Maximum size of a block of terms, except that a single larger term gets a block of its own. */
  blockBytes: number
  /** Postings of up to this many bytes are stored inline, in the block of their term. */
  inlineBytes: number
  /** Number of posts in a chunk of documents. */
  documentsPerChunk: number
  /** A chunk of positions is closed once it has this many. */
  positionsPerChunk: number
}

/**
 * Returns the sizes for a segment of this many posts. Measured on 1,000 random pieces of 2 to 8 characters: smaller
 * blocks cost a query fewer bytes, until the root, which lists all blocks, costs more. Inline postings need no request
 * of their own. For lists so long that a query reads only parts of them, chunks are better.
 */
export function toBlockSizes(rows: number): BlockSizes {
  if (rows <= 2_048) return toSizes({ block: 6, inline: 40, chunk: 12 })
  if (rows <= 16_384) return toSizes({ block: 12, inline: 40, chunk: 12 })
  if (rows <= 131_072) return toSizes({ block: 24, inline: 32, chunk: 24 })
  return toSizes({ block: 32, inline: 64, chunk: 96 })
}

/**
 * Converts from kilobytes. A position takes about one byte; a post in a list long enough to be cut into chunks takes
 * about half a byte.
 */
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
