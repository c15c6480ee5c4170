import type { CharacterClass } from './character-class.ts'

/** Receives what is known of each unit of a folded text. Its arrays grow with the text. */
export interface UnitSink {
  plain: Uint8Array
  /** Where the sources of the units are, when somebody asks. */
  places?: { starts: Uint32Array; ends: Uint32Array }
}

const unitMask = 0xffff
const classShift = 16
const classMask = 3
const plainBit = 1 << 18
const vowelShift = 19

/** Lowest bit of an entry that callers may use for their own flags. */
export const freeEntryBits = 21

export const classCodes: Readonly<Record<CharacterClass, number>> = {
  space: 0,
  word: 1,
  dense: 2,
  emoji: 3,
}

/** What a folded UTF-16 unit is, as one number, because there are millions of them. */
export interface EntryFacts {
  unit: number
  characterClass: CharacterClass
  /** Whether the original spells it the same. */
  isPlain: boolean
  /** Sign of the vowel that may stand behind it, see `marks.ts`; 0 = none. */
  vowelSign?: number
}

export function toEntry({ unit, characterClass, isPlain, vowelSign = 0 }: EntryFacts): number {
  // The two signs are 2 and 3.
  const vowel = vowelSign === 0 ? 0 : vowelSign - 1
  return (
    unit |
    (classCodes[characterClass] << classShift) |
    (isPlain ? plainBit : 0) |
    (vowel << vowelShift)
  )
}

export function toUnit(entry: number): number {
  return entry & unitMask
}

export function toClassCode(entry: number): number {
  return (entry >>> classShift) & classMask
}

export function isPlainEntry(entry: number): boolean {
  return (entry & plainBit) !== 0
}

/** The sign behind a letter that has one; 0 = none. */
export function toVowelSign(entry: number): number {
  const vowel = (entry >>> vowelShift) & 3
  return vowel === 0 ? 0 : vowel + 1
}

/** A space, or a sign that separates like one. */
export function toGapEntry(unit: number): number {
  return unit | plainBit
}

// One for all texts: making a decoder takes longer than decoding a sentence.
const decoder = new TextDecoder('utf-16le')

/** The units of a folded text, growing, with where each comes from. */
export class FoldedUnits {
  length = 0
  #units: Uint16Array
  readonly #sink: UnitSink | undefined

  constructor(length: number, sink: UnitSink | undefined) {
    this.#units = new Uint16Array(length + 16)
    this.#sink = sink
  }

  /** Adds the unit of an entry, which comes from `start` to `end` of the original. */
  write(entry: number, start: number, end: number): void {
    const at = this.length++
    if (at === this.#units.length) this.#grow()
    this.#units[at] = entry & unitMask
    const sink = this.#sink
    if (sink === undefined) return
    sink.plain[at] = (entry & plainBit) === 0 ? 0 : 1
    const { places } = sink
    if (places === undefined) return
    places.starts[at] = start
    places.ends[at] = end
  }

  replace(at: number, unit: number): void {
    this.#units[at] = unit
  }

  toText(): string {
    return decoder.decode(this.#units.subarray(0, this.length))
  }

  /** Ligatures, signs and inserted spaces can make a folded text longer than the original. */
  #grow(): void {
    const length = this.#units.length * 2
    this.#units = copyTo(new Uint16Array(length), this.#units)
    const sink = this.#sink
    if (sink === undefined) return
    sink.plain = copyTo(new Uint8Array(length), sink.plain)
    const { places } = sink
    if (places === undefined) return
    places.starts = copyTo(new Uint32Array(length), places.starts)
    places.ends = copyTo(new Uint32Array(length), places.ends)
  }
}

function copyTo<A extends Uint8Array | Uint16Array | Uint32Array>(target: A, source: A): A {
  target.set(source)
  return target
}
