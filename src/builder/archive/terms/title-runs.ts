import { foldWritten } from './fold-table.ts'
import { finishHash, hashStart, stepHash } from './packed-terms.ts'
import { isDenseCode, splitUnits, toNeighbour, type TextUnits } from './split-units.ts'

const mostUnits = 120
const mostCharacters = 8
const mostWords = 3

/** A run of units of a title. */
export interface TitleRun {
  /** As `PackedTerms.hash` of the same term. */
  hash: number
  /** Its first unit, and the one behind its last. */
  start: number
  end: number
}

/** The runs of a title that can be terms: of two to eight characters, or of one to three words. */
export class TitleRuns {
  readonly title: string
  readonly units: TextUnits
  readonly #folded: Buffer
  /** Where the bytes of each unit begin and end. */
  readonly #starts: Uint32Array
  readonly #ends: Uint32Array

  constructor(title: string) {
    this.title = title
    this.units = splitUnits(title, mostUnits)
    const { length, starts, ends } = this.units
    const folded = foldWritten(title)
    this.#folded = Buffer.from(folded)
    this.#starts = new Uint32Array(length)
    this.#ends = new Uint32Array(length)
    let bytes = 0
    let unit = 0
    for (let at = 0; at < folded.length && unit < length; at++) {
      if (at === starts[unit]) this.#starts[unit] = bytes
      const code = folded.charCodeAt(at)
      bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : 3
      if (at + 1 === ends[unit]) this.#ends[unit++] = bytes
    }
  }

  /** Calls `visit` with the runs that begin at a unit, the shortest first. */
  visitFrom(start: number, visit: (run: TitleRun) => void): void {
    const { length, codes, joined } = this.units
    const isDense = isDenseCode(codes[start] ?? 0)
    const most = start + (isDense ? mostCharacters : mostWords)
    const bytes = this.#folded
    let hash = hashStart
    let at = this.#starts[start] ?? 0
    for (let end = start + 1; end <= length && end <= most; end++) {
      if (end > start + 1 && joined[end - 1] !== 1) return
      for (const to = this.#ends[end - 1] ?? 0; at < to; at++) hash = stepHash(hash, bytes[at] ?? 0)
      if (!isDense || end > start + 1) visit({ hash: finishHash(hash), start, end })
    }
  }

  /** What the units beside a run are, in 8 bits; 0 = none. As `PostTerm.left` and `right`. */
  besides({ start, end }: TitleRun): { left: number; right: number } {
    const { codes, joined } = this.units
    return {
      left: joined[start] === 1 ? toNeighbour(codes[start - 1] ?? 0) : 0,
      right: joined[end] === 1 ? toNeighbour(codes[end] ?? 0) : 0,
    }
  }

  /** A run as the title writes it. */
  written({ start, end }: TitleRun): string {
    return this.title.slice(this.units.starts[start], this.units.ends[end - 1])
  }
}
