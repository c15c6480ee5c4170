/** Where the places of folded characters go; its arrays grow with the folded text. */
export interface OffsetSink {
  starts: Uint32Array
  ends: Uint32Array
  plain: Uint8Array
}

const space = 0x20
const spaceClass = 0

/** Collects folded characters and sets the spaces between them. */
export class FoldedOutput {
  #units: Uint16Array
  #length = 0
  /** Class of the character written last; 0 before the first. */
  #lastClass = spaceClass
  #gapStart = -1
  #gapEnd = 0
  readonly #sink: OffsetSink | undefined

  constructor(length: number, sink: OffsetSink | undefined) {
    this.#units = new Uint16Array(length + 16)
    this.#sink = sink
  }

  /** Writes a UTF-16 unit of class 1 (word) or 2 (dense), or takes note of a separator (0), from `start` to `end` of the original. */
  put(unit: number, unitClass: number, start: number, end: number, isPlain: boolean): void {
    if (unitClass === spaceClass) {
      if (this.#gapStart === -1) this.#gapStart = start
      this.#gapEnd = end
      return
    }
    if (unitClass !== this.#lastClass || this.#gapStart !== -1) this.#putGap(start, unitClass)
    this.#write(unit, start, end, isPlain)
  }

  /** The folded text. */
  toText(): string {
    return new TextDecoder('utf-16le').decode(this.#units.subarray(0, this.#length))
  }

  /** One space for what stood between, or where a word meets a script without spaces; none at the beginning. */
  #putGap(start: number, nextClass: number): void {
    const hasSigns = this.#gapStart !== -1
    if (this.#lastClass !== spaceClass)
      this.#write(space, hasSigns ? this.#gapStart : start, hasSigns ? this.#gapEnd : start, true)
    this.#gapStart = -1
    this.#lastClass = nextClass
  }

  #write(unit: number, start: number, end: number, isPlain: boolean): void {
    const at = this.#length++
    if (at === this.#units.length) this.#grow()
    this.#units[at] = unit
    const sink = this.#sink
    if (sink === undefined) return
    sink.starts[at] = start
    sink.ends[at] = end
    sink.plain[at] = isPlain ? 1 : 0
  }

  /** Ligatures and inserted spaces make a text longer than it was. */
  #grow(): void {
    const length = this.#units.length * 2
    this.#units = copyTo(new Uint16Array(length), this.#units)
    const sink = this.#sink
    if (sink === undefined) return
    sink.starts = copyTo(new Uint32Array(length), sink.starts)
    sink.ends = copyTo(new Uint32Array(length), sink.ends)
    sink.plain = copyTo(new Uint8Array(length), sink.plain)
  }
}

function copyTo<A extends Uint8Array | Uint16Array | Uint32Array>(target: A, source: A): A {
  target.set(source)
  return target
}
