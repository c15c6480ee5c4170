import type { EmojiPart, FoldOutput } from './folded-output.ts'
import {
  classCodes,
  FoldedUnits,
  isPlainEntry,
  toClassCode,
  toGapEntry,
  toUnit,
  toVowelSign,
  type UnitSink,
} from './folded-units.ts'
import { countWordEnd, countWordStart, GapSigns, isDigit, joinsWords } from './gap-signs.ts'
import { groupSign, joinSign } from './marks.ts'
import { NumberGroups } from './number-groups.ts'

const space = toGapEntry(0x20)
const join = toGapEntry(joinSign.charCodeAt(0))
const group = toGapEntry(groupSign.charCodeAt(0))
const dash = toGapEntry(0x2d)

/** Collects letters and emoji, the signs of words, and marks between and behind them; see `markedFold`. */
export class MarkedOutput implements FoldOutput {
  readonly #units: FoldedUnits
  readonly #numbers: NumberGroups
  /** Class of the last character written; 0 before the first. */
  #lastClass = classCodes.space
  #lastUnit = 0
  #lastEnd = 0
  /** Digits of the current word; -1 once it has something else. */
  #digits = -1
  readonly #gap = new GapSigns()

  constructor(length: number, sink: UnitSink | undefined) {
    this.#units = new FoldedUnits(length, sink)
    this.#numbers = new NumberGroups(this.#units)
  }

  put(entry: number, start: number, end: number): void {
    const unitClass = toClassCode(entry)
    if (unitClass === classCodes.dense && this.#lastClass === unitClass && this.#gap.count === 0) {
      // Most characters of most texts; nothing is marked between them.
      this.#units.write(entry, start, end)
      this.#lastEnd = end
      return
    }
    if (unitClass === classCodes.space) {
      this.#gap.add(toUnit(entry), start, end)
      return
    }
    const unit = toUnit(entry)
    if (unitClass !== this.#lastClass || this.#gap.count > 0) this.#separate(entry, start)
    this.#units.write(entry, start, end)
    const vowelSign = toVowelSign(entry)
    if (vowelSign !== 0) this.#units.write(vowelSign, start, end)
    if (this.#digits !== -1) this.#digits = isDigit(unit) ? this.#digits + 1 : -1
    this.#lastUnit = unit
    this.#lastEnd = end
  }

  putEmoji({ entries, start, end, isContinued }: EmojiPart): void {
    // A letter may compose with an emoji and stand between it and the next.
    const isOne = isContinued && this.#lastClass === classCodes.emoji && this.#gap.count === 0
    if (!isOne) this.#separate(entries[0] ?? 0, start)
    for (const entry of entries) this.#units.write(entry, start, end)
    this.#lastEnd = end
  }

  toText(): string {
    if (this.#gap.count > 0) this.#endWord(0)
    this.#numbers.end(this.#digits)
    return this.#units.toText()
  }

  /** Writes what stands between the last character and the next: one separator, signs of the words beside it. */
  #separate(next: number, start: number): void {
    const gap = this.#gap
    const nextClass = toClassCode(next)
    const after = nextClass === classCodes.word ? toUnit(next) : 0
    if (this.#isPlainGap(after)) {
      this.#units.write(space, gap.start, gap.end)
      this.#numbers.end(this.#digits)
      this.#digits = nextClass === classCodes.word ? 0 : -1
      this.#lastClass = nextClass
      gap.clear()
      return
    }
    const before = this.#lastClass === classCodes.word ? this.#lastUnit : 0
    const taken = gap.count === 0 ? 0 : this.#endWord(after)
    const given =
      gap.count === 0
        ? 0
        : countWordStart(gap, { before, after, isPlain: isPlainEntry(next) }, taken)
    const isSingle = gap.count === 1 && taken + given === 0
    const separator = isSingle ? this.#toGapEntryOf(gap.first[0] ?? 0, { before, after }) : space
    if (separator !== group) this.#numbers.end(this.#digits)
    if (this.#lastClass !== classCodes.space)
      this.#writeSeparator(separator, { start, taken, given })
    this.#startWord(given)
    this.#digits = nextClass === classCodes.word ? 0 : -1
    this.#lastClass = nextClass
    if (gap.count > 0) gap.clear()
  }

  /** Whether a gap is a single space or sign that joins nothing: nearly all are. */
  #isPlainGap(after: number): boolean {
    const { count, first } = this.#gap
    if (count !== 1 || this.#lastClass === classCodes.space) return false
    const isBetweenDigits = isDigit(after) && isDigit(this.#lastUnit)
    return (first[0] === 0x20 && !isBetweenDigits) || (first[0] ?? 0) > 0x3000
  }

  #toGapEntryOf(sign: number, sides: { before: number; after: number }): number {
    if (isDigit(sides.before) && isDigit(sides.after) && this.#digits > 0) {
      return this.#numbers.mayGoOn(sign, this.#digits) ? group : space
    }
    return joinsWords(sign, sides) ? join : space
  }

  #writeSeparator(
    separator: number,
    { start, taken, given }: { start: number; taken: number; given: number },
  ): void {
    const gap = this.#gap
    const { count, end, lastStarts } = gap
    const takenEnd = taken === 0 ? 0 : (gap.firstEnds[taken - 1] ?? 0)
    const givenStart = given === 0 ? end : (lastStarts[given - 1] ?? end)
    // One unit may fold to characters of several classes, so that nothing here may go backwards.
    const from = count === 0 ? start : Math.min(takenEnd || gap.start, givenStart, start)
    const until = count === 0 ? start : count === taken + given ? takenEnd : givenStart
    this.#units.write(separator, from, Math.max(until, takenEnd, this.#lastEnd))
  }

  /** Writes the signs that end the word before the gap. Returns how many. */
  #endWord(after: number): number {
    const gap = this.#gap
    const before = this.#lastClass === classCodes.word ? this.#lastUnit : 0
    const taken = countWordEnd(gap, { before, after })
    for (let at = 0; at < taken; at++) {
      const start = at === 0 ? gap.start : (gap.firstEnds[at - 1] ?? 0)
      this.#units.write(toGapEntry(gap.first[at] ?? 0), start, gap.firstEnds[at] ?? 0)
    }
    return taken
  }

  /** Writes the signs that begin the word after the gap; a long dash as two. */
  #startWord(given: number): void {
    const { last, lastStarts, end } = this.#gap
    if (given === 0) return
    const start = lastStarts[given - 1] ?? 0
    const isDot = last[0] === 0x2e
    this.#units.write(
      isDot ? toGapEntry(0x2e) : dash,
      start,
      isDot ? end : (lastStarts[0] ?? 0) + 1,
    )
    if (!isDot) this.#units.write(dash, lastStarts[0] ?? 0, end)
  }
}
