import { classCodes, FoldedUnits, toClassCode, toGapEntry, type UnitSink } from './folded-units.ts'

const space = toGapEntry(0x20)

/** An emoji, or a part of one. */
export interface EmojiPart {
  /** Entries of its units. */
  entries: readonly number[]
  start: number
  end: number
  /** Whether it belongs to the emoji before it: a joiner stands between them, or both are letters of a flag. */
  isContinued: boolean
}

/** Takes folded characters one by one and decides what stands between them. */
export interface FoldOutput {
  /** Takes the unit that comes from `start` to `end` of the original. */
  put(entry: number, start: number, end: number): void
  putEmoji(part: EmojiPart): void
  toText(): string
}

/** Collects letters, with one space between words for whatever else there is. */
export class FoldedOutput implements FoldOutput {
  readonly #units: FoldedUnits
  /** Class of the last character written; 0 before the first. */
  #lastClass = classCodes.space
  #lastEnd = 0
  #gapStart = -1
  #gapEnd = 0

  constructor(length: number, sink: UnitSink | undefined) {
    this.#units = new FoldedUnits(length, sink)
  }

  put(entry: number, start: number, end: number): void {
    const unitClass = toClassCode(entry)
    if (unitClass === classCodes.space) {
      this.#putSign(start, end)
      return
    }
    if (unitClass !== this.#lastClass || this.#gapStart !== -1) this.#putGap(start, unitClass)
    this.#units.write(entry, start, end)
    this.#lastEnd = end
  }

  putEmoji({ start, end }: EmojiPart): void {
    this.#putSign(start, end)
  }

  toText(): string {
    return this.#units.toText()
  }

  #putSign(start: number, end: number): void {
    if (this.#gapStart === -1) this.#gapStart = start
    this.#gapEnd = end
  }

  /**
   * Writes one space for the separators between two characters, or where a word meets a dense script; none at the
   * beginning.
   */
  #putGap(start: number, nextClass: number): void {
    const hasSigns = this.#gapStart !== -1
    const gapStart = hasSigns ? this.#gapStart : start
    // One unit may fold to characters of both classes, so the gap must not go backwards.
    const gapEnd = hasSigns ? this.#gapEnd : Math.max(start, this.#lastEnd)
    if (this.#lastClass !== classCodes.space) this.#units.write(space, gapStart, gapEnd)
    this.#gapStart = -1
    this.#lastClass = nextClass
  }
}
