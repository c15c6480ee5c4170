import { isHighSurrogate, toCharacterClass } from './character-class.ts'
import { isFlagLetter } from './emoji.ts'
import { findUnitEnd, findUmlautVowel, foldUnit, isComposing } from './fold-unit.ts'
import type { FoldOutput } from './folded-output.ts'
import { freeEntryBits, toEntry } from './folded-units.ts'
import { ringSign, umlautSign } from './marks.ts'

// Flags of a cached entry, kept above the bits of `toEntry`.
const isComposingBit = 1 << freeEntryBits
const needsCareBit = 2 << freeEntryBits
const isKnownBit = 4 << freeEntryBits

// Filled lazily: computing all 65,536 entries would cost more than folding most texts.
const knownEntries = new Uint32Array(0x10000)

/** Folds a text unit by unit. Characters that do not compose with others take the fast path through the table. */
export function foldCharacters(text: string, output: FoldOutput): string {
  const units = new UnitReader(output)
  let entry = lookUp(text, 0)
  let at = 0
  while (at < text.length) {
    const next = lookUp(text, at + 1)
    if ((entry & needsCareBit) === 0 && (next & isComposingBit) === 0) {
      output.put(entry, at, at + 1)
      at++
      entry = next
    } else {
      const end = findUnitEnd(text, at)
      units.read(text.slice(at, end), at)
      at = end
      entry = lookUp(text, at)
    }
  }
  return output.toText()
}

/** Folds units that have several characters, or that do not fold to exactly one UTF-16 unit. */
class UnitReader {
  readonly #output: FoldOutput
  /** Where the last emoji ends. */
  #emojiEnd = -1
  #hasJoiner = false
  /** Whether the last emoji is the first letter of a flag. */
  #isHalfFlag = false

  constructor(output: FoldOutput) {
    this.#output = output
  }

  read(unit: string, start: number): void {
    const folded = foldUnit(unit)
    const vowelSign = toVowelSignOf(unit, folded)
    const end = start + unit.length
    const isPlain = folded === unit
    for (const character of folded) {
      const characterClass = toCharacterClass(character)
      const facts = { characterClass, isPlain, vowelSign }
      const entry = toEntry({ unit: character.charCodeAt(0), ...facts })
      const second =
        character.length > 1 ? toEntry({ unit: character.charCodeAt(1), ...facts }) : undefined
      if (characterClass === 'emoji') {
        const entries = second === undefined ? [entry] : [entry, second]
        this.#putEmoji({ entries, start, end }, unit)
        continue
      }
      this.#output.put(entry, start, end)
      if (second !== undefined) this.#output.put(second, start, end)
    }
  }

  #putEmoji(part: { entries: number[]; start: number; end: number }, unit: string): void {
    const isFlag = isFlagLetter(unit)
    const isNext = part.start === this.#emojiEnd
    const closesFlag = isNext && isFlag && this.#isHalfFlag
    this.#output.putEmoji({ ...part, isContinued: isNext && (this.#hasJoiner || closesFlag) })
    this.#emojiEnd = part.end
    this.#hasJoiner = unit.endsWith('\u200d')
    this.#isHalfFlag = isFlag && !closesFlag
  }
}

function toVowelSignOf(unit: string, folded: string): number {
  if (folded.length !== 1) return 0
  const vowel = findUmlautVowel(unit)
  if (vowel === '') return 0
  return (vowel === 'e' ? umlautSign : ringSign).charCodeAt(0)
}

function lookUp(text: string, at: number): number {
  if (at >= text.length) return 0
  const unit = text.charCodeAt(at)
  const entry = knownEntries[unit] ?? 0
  return entry === 0 ? learn(unit) : entry
}

/** Computes and caches the entry of a single UTF-16 unit. */
function learn(unit: number): number {
  const entry = isKnownBit | describe(unit)
  knownEntries[unit] = entry
  return entry
}

function describe(unit: number): number {
  // The character may be a combining mark, so the one before it must check.
  if (isHighSurrogate(unit)) return needsCareBit | isComposingBit
  const character = String.fromCharCode(unit)
  const folded = foldUnit(character)
  const composing = isComposing(character) ? isComposingBit : 0
  if (folded.length !== 1) return needsCareBit | composing
  const characterClass = toCharacterClass(folded)
  if (characterClass === 'emoji') return needsCareBit | composing
  const vowelSign = toVowelSignOf(character, folded)
  const facts = { unit: folded.charCodeAt(0), characterClass, isPlain: folded === character }
  return composing | toEntry({ ...facts, vowelSign })
}
