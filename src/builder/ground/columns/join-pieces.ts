const largeBytes = 1 << 16
const joinedBytes = 1 << 20
/** A column of a small archive has a few bytes: room for a megabyte of each would have V8 collect garbage in every build. */
const firstBytes = 1 << 12

/**
 * Yields the same bytes in fewer pieces: small pieces are joined, large ones pass through. Pieces, given and yielded
 * alike, are valid until the next one is requested.
 */
export function* joinPieces(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let joined: Buffer = Buffer.alloc(0)
  let length = 0
  for (const piece of pieces) {
    const isLarge = piece.length >= largeBytes
    if (length > 0 && (isLarge || length + piece.length > joinedBytes)) {
      yield joined.subarray(0, length)
      length = 0
    }
    if (isLarge) yield piece
    else {
      if (length + piece.length > joined.length) joined = grow(joined, length + piece.length)
      joined.set(piece, length)
      length += piece.length
    }
  }
  if (length > 0) yield joined.subarray(0, length)
}

/** A copy with room for so many bytes, and more. */
function grow(bytes: Buffer, needed: number): Buffer {
  const room = Math.max(firstBytes, 2 * bytes.length, needed)
  const grown = Buffer.allocUnsafeSlow(Math.min(joinedBytes, room))
  grown.set(bytes)
  return grown
}
