const largeBytes = 1 << 16
const joinedBytes = 1 << 20

/** Bytes that follow each other, in pieces: large ones stay where they are in memory, small ones are put together. */
export class PieceList {
  readonly #pieces: Uint8Array[] = []
  #small: Uint8Array[] = []
  #smallBytes = 0

  add(piece: Uint8Array): void {
    const isLarge = piece.length >= largeBytes
    if (isLarge) this.#joinSmall()
    if (isLarge) this.#pieces.push(piece)
    else {
      this.#small.push(piece)
      this.#smallBytes += piece.length
      if (this.#smallBytes >= joinedBytes) this.#joinSmall()
    }
  }

  /** All that was added. */
  list(): readonly Uint8Array[] {
    this.#joinSmall()
    return this.#pieces
  }

  #joinSmall(): void {
    if (this.#smallBytes > 0) this.#pieces.push(Buffer.concat(this.#small))
    this.#small = []
    this.#smallBytes = 0
  }
}
