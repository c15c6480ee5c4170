import type { CharacterClass } from './character-class.ts'

/** Receives the source offsets of folded characters. Its arrays grow with the folded text. */
export interface OffsetSink {
  starts: Uint32Array
  ends: Uint32Array
  plain: Uint8Array
}

const space = 0x20
const unitMask = 0xffff
const classShift = 16
const classMask = 3
const plainBit = 1 << 18

/** Lowest bit of an entry that callers may use for their own flags. */
export const freeEntryBits = 19

const classCodes: Readonly<Record<CharacterClass, number>> = { space: 0, word: 1, dense: 2 }

/**
 * Packs a folded UTF-16 unit, its class and whether the original spells it the same into one number, because there are
 * millions of them.
 */
export function toEntry(unit: number, characterClass: CharacterClass, isPlain: boolean): number {
  return unit | (classCodes[characterClass] << classShift) | (isPlain ? plainBit : 0)
}

/** Collects folded characters and inserts the spaces between them. */
export class FoldedOutput {
  #units: Uint16Array
  #length = 0
  /** Class of the last character written; 0 before the first. */
  #lastClass = classCodes.space
  #lastEnd = 0
  #gapStart = -1
  #gapEnd = 0
  readonly #sink: OffsetSink | undefined

  constructor(length: number, sink: OffsetSink | undefined) {
    this.#units = new Uint16Array(length + 16)
    this.#sink = sink
  }

  /** Writes the unit that comes from `start` to `end` of the original, or remembers a separator. */
  put(entry: number, start: number, end: number): void {
    const unitClass = (entry >>> classShift) & classMask
    if (unitClass === classCodes.space) {
      if (this.#gapStart === -1) this.#gapStart = start
      this.#gapEnd = end
      return
    }
    if (unitClass !== this.#lastClass || this.#gapStart !== -1) this.#putGap(start, unitClass)
    this.#write(entry, start, end)
    this.#lastEnd = end
  }

  toText(): string {
    return new TextDecoder('utf-16le').decode(this.#units.subarray(0, this.#length))
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
    if (this.#lastClass !== classCodes.space) this.#write(space | plainBit, gapStart, gapEnd)
    this.#gapStart = -1
    this.#lastClass = nextClass
  }

  #write(entry: number, start: number, end: number): void {
    const at = this.#length++
    if (at === this.#units.length) this.#grow()
    this.#units[at] = entry & unitMask
    const sink = this.#sink
    if (sink === undefined) return
    sink.starts[at] = start
    sink.ends[at] = end
    sink.plain[at] = (entry & plainBit) === 0 ? 0 : 1
  }

  /** Ligatures and inserted spaces can make a folded text longer than the original. */
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
