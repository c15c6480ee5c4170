import { isDense, isLowSurrogate } from '../fold/character-class.ts'
import { isEmojiUnit } from '../fold/emoji.ts'
import { groupSign, isMark, isWordSign, joinSign } from '../fold/marks.ts'
import { findTokenEnd } from '../terms/list-terms.ts'
import { listWordForms, type WordForm } from '../terms/word-forms.ts'
import { longestPiece } from '../terms/word-pieces.ts'

/** A way to read words of a text, and where their cluster begins. */
export interface PlacedForm extends WordForm {
  clusterStart: number
}

const space = 0x20
const group = groupSign.charCodeAt(0)
const join = joinSign.charCodeAt(0)

/** A marked folding as a phrase is looked for in it: by letters, which spaces, signs and emoji do not count as. */
export class TextWords {
  readonly folded: string
  /** Number of letters before each unit, and before the end. */
  readonly #letters: Uint32Array
  /** The unit of each letter; behind the last one the end. */
  readonly #units: Uint32Array
  readonly #forms = new Map<number, PlacedForm[]>()
  /** Clusters whose forms are known, by where they begin. */
  readonly #read = new Set<number>()
  /** The cluster that was looked at last. */
  #clusterStart = 0
  #clusterEnd = 0

  constructor(folded: string) {
    this.folded = folded
    this.#letters = new Uint32Array(folded.length + 1)
    this.#units = new Uint32Array(folded.length + 1)
    let count = 0
    let isEmoji = false
    for (let at = 0; at < folded.length; at++) {
      const unit = folded.charCodeAt(at)
      this.#letters[at] = count
      if (unit === space) isEmoji = false
      else if (isEmoji || isEmojiUnit(unit)) isEmoji = true
      else if (!isMark(unit) && !isWordSign(unit)) this.#units[count++] = at
    }
    this.#letters[folded.length] = count
    this.#units[count] = folded.length
  }

  /** Number of letters before a unit. */
  toPosition(unit: number): number {
    return this.#letters[unit] ?? 0
  }

  /** The unit of a letter. */
  toUnit(position: number): number {
    return this.#units[position] ?? this.folded.length
  }

  /** Whether the letter before a position belongs to a script without spaces. */
  isDenseBefore(position: number): boolean {
    const unit = this.folded.charCodeAt(this.toUnit(position - 1))
    const first = isLowSurrogate(unit) ? this.toUnit(position - 2) : this.toUnit(position - 1)
    return isDense(this.folded.charCodeAt(first))
  }

  /** The first letters of all words. */
  *listWordStarts(): Generator<number> {
    const { folded } = this
    let isStart = true
    for (let at = 0; at < folded.length; at++) {
      const unit = folded.charCodeAt(at)
      if (unit === space || unit === group || unit === join) isStart = true
      else if (isStart && !isWordSign(unit)) {
        isStart = false
        if (!isDense(unit) && !isEmojiUnit(unit)) yield at
      }
    }
  }

  /** The ways to read the words that begin with the letter at a unit; none where a word goes on. */
  listForms(unit: number): readonly PlacedForm[] {
    if (unit >= this.folded.length || isDense(this.folded.charCodeAt(unit))) return []
    // A hostile text may be one long cluster: it is looked for and read once.
    if (unit < this.#clusterStart || unit >= this.#clusterEnd) {
      this.#clusterStart = this.folded.lastIndexOf(' ', unit) + 1
      this.#clusterEnd = findTokenEnd(this.folded, unit)
      if (!this.#read.has(this.#clusterStart)) this.#readCluster(this.#clusterStart)
    }
    return this.#forms.get(unit) ?? []
  }

  #readCluster(clusterStart: number): void {
    this.#read.add(clusterStart)
    const cluster = this.folded.slice(clusterStart, findTokenEnd(this.folded, clusterStart))
    const before = this.toPosition(clusterStart)
    for (const form of listWordForms(cluster)) {
      if (!form.isWord && form.term.length > longestPiece) continue
      const unit = this.toUnit(before + form.offset)
      const forms = this.#forms.get(unit) ?? []
      forms.push({ ...form, clusterStart })
      this.#forms.set(unit, forms)
    }
  }

  /** Where an emoji stands before a letter, or at the end of the text. */
  findEmoji(position: number, emoji: string): { start: number; end: number } | undefined {
    const { folded } = this
    const from = position === 0 ? 0 : this.toUnit(position - 1) + 1
    const to = this.toUnit(position)
    for (let at = from; at < to; at++) {
      if (!isEmojiUnit(folded.charCodeAt(at)) || (at > 0 && folded.charCodeAt(at - 1) !== space))
        continue
      const end = findTokenEnd(folded, at)
      if (folded.slice(at, end) === emoji) return { start: at, end }
    }
    return undefined
  }
}
