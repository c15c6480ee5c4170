const largeBytes = 1 << 16
const joinedBytes = 1 << 20

/**
 * Yields the same bytes in fewer pieces: small pieces are joined, large ones pass through. Pieces, given and yielded
 * alike, are valid until the next one is requested.
 */
export function* joinPieces(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let joined: Buffer | undefined
  let length = 0
  for (const piece of pieces) {
    const isLarge = piece.length >= largeBytes
    if (joined !== undefined && length > 0 && (isLarge || length + piece.length > joinedBytes)) {
      yield joined.subarray(0, length)
      length = 0
    }
    if (isLarge) yield piece
    else {
      joined ??= Buffer.allocUnsafeSlow(joinedBytes)
      joined.set(piece, length)
      length += piece.length
    }
  }
  if (joined !== undefined && length > 0) yield joined.subarray(0, length)
}
