import { isDense, isLowSurrogate } from '../fold/character-class.ts'
import type { EmojiFreeText, EmojiPlace } from './drop-emoji.ts'

/** Units between two places whose position is kept. */
const stepBits = 6
const stepMask = (1 << stepBits) - 1

const space = 0x20
/** All spaces, marks and signs are below, all letters are not. */
export const lowestLetter = 0x30

/** Stands between title and body. No folded text holds it. */
const fieldBreak = '\u0000'

/** What a post is made of. */
export interface ScannedFields {
  title: EmojiFreeText
  body: EmojiFreeText
  /** Lists the clusters of a text; see `ScannedPost.clusters`. */
  listClusters: (text: string) => Uint32Array
}

/** The folded texts of a post, made to be looked through for terms. */
export class ScannedPost {
  /**
   * Marked foldings of title and body without emoji, each between two spaces: ` title \0 body `. A word without signs is
   * a term exactly where it stands between spaces.
   */
  readonly text: string
  /** Unit where the body begins. */
  readonly bodyStart: number
  /** Clusters (see `ClusterTerms`) in the order of the text: unit, number, unit, number ... */
  readonly clusters: Uint32Array
  readonly emoji: readonly EmojiPlace[]
  /** A bit for each unit: whether it is written otherwise. Absent when none is. */
  readonly #otherBits: Uint8Array | undefined
  /** Position of every 64th unit, once somebody asks: most posts never hold all terms of a phrase. */
  #positions: Uint32Array | undefined

  constructor({ title, body, listClusters }: ScannedFields) {
    // Joined, not concatenated: engines then keep it in one piece, which is read much faster.
    this.text = ['', title.folded, fieldBreak, body.folded, ''].join(' ')
    this.bodyStart = title.folded.length + 3
    this.clusters = listClusters(this.text)
    this.emoji = [...title.emoji, ...body.emoji]
    this.#otherBits = toBits(this.text.length, [
      { plain: title.plain, start: 1 },
      { plain: body.plain, start: this.bodyStart + 1 },
    ])
  }

  /** The position (see `TermPlace`) of a unit in its field. */
  toPosition(unit: number): number {
    const from = unit & ~stepMask
    const isAcross = from < this.bodyStart && unit >= this.bodyStart
    const start = isAcross ? this.bodyStart : from
    const positions = (this.#positions ??= listPositions(this.text, this.bodyStart))
    const before = isAcross ? 0 : (positions[unit >>> stepBits] ?? 0)
    return before + countPositions(this.text, start, unit)
  }

  /** Whether a range is written as it is folded. */
  isPlain(start: number, end: number): boolean {
    const bits = this.#otherBits
    if (bits === undefined) return true
    for (let at = start; at < end; at++) {
      if (((bits[at >>> 3] ?? 0) & (1 << (at & 7))) !== 0) return false
    }
    return true
  }
}

function toBits(
  length: number,
  fields: readonly { plain: Uint8Array; start: number }[],
): Uint8Array | undefined {
  if (fields.every(({ plain }) => !plain.includes(0))) return undefined
  const bits = new Uint8Array((length + 7) >>> 3)
  for (const { plain, start } of fields) {
    for (let at = 0; at < plain.length; at++) {
      if (plain[at] === 0) setBit(bits, start + at)
    }
  }
  return bits
}

function setBit(bits: Uint8Array, at: number): void {
  bits[at >>> 3] = (bits[at >>> 3] ?? 0) | (1 << (at & 7))
}

function listPositions(text: string, bodyStart: number): Uint32Array {
  const positions = new Uint32Array((text.length >>> stepBits) + 1)
  let position = 0
  for (let at = 0; at < text.length; at++) {
    if (at === bodyStart) position = 0
    if ((at & stepMask) === 0) positions[at >>> stepBits] = position
    if (isCounted(text, at)) position++
  }
  return positions
}

/** How far a range moves the position: its letters, and spaces between two dense characters. */
function countPositions(text: string, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) if (isCounted(text, at)) count++
  return count
}

function isCounted(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit >= lowestLetter) return true
  return unit === space && isDense(text.charCodeAt(at + 1)) && isDenseEnd(text, at)
}

/** Whether a dense character ends before a unit. */
export function isDenseEnd(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1)
  return isDense(isLowSurrogate(last) ? text.charCodeAt(end - 2) : last)
}
