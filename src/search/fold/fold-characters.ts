import { isHighSurrogate, toCharacterClass, type CharacterClass } from './character-class.ts'
import { FoldedOutput, type OffsetSink } from './folded-output.ts'
import { findUnitEnd, foldUnit, isComposing } from './fold-unit.ts'

// What is known of a UTF-16 unit that stands alone: the unit it folds to, its class, and whether that is all there is to it.
const classShift = 16
const classMask = 3
const isComposingBit = 1 << 18
const needsCareBit = 1 << 19
const isKnownBit = 1 << 20
const unitMask = 0xffff

const classCodes: Readonly<Record<CharacterClass, number>> = { space: 0, word: 1, dense: 2 }

// Filled as characters are met: making all 65,536 entries would cost more than folding most texts.
const knownUnits = new Uint32Array(0x10000)

/** Folds a text unit by unit. A character that composes with nothing goes by table. */
export function foldCharacters(text: string, sink: OffsetSink | undefined): string {
  const output = new FoldedOutput(text.length, sink)
  let known = lookUp(text, 0)
  let at = 0
  while (at < text.length) {
    const next = lookUp(text, at + 1)
    if ((known & needsCareBit) === 0 && (next & isComposingBit) === 0) {
      const unit = known & unitMask
      const isPlain = unit === text.charCodeAt(at)
      output.put(unit, (known >>> classShift) & classMask, at, at + 1, isPlain)
      at++
      known = next
    } else {
      const end = findUnitEnd(text, at)
      putUnit(output, text.slice(at, end), at)
      at = end
      known = lookUp(text, at)
    }
  }
  return output.toText()
}

/** Folds a unit of more than one character, or one that folds to more or less than one UTF-16 unit. */
function putUnit(output: FoldedOutput, unit: string, start: number): void {
  const folded = foldUnit(unit)
  const isPlain = folded === unit
  const end = start + unit.length
  for (const character of folded) {
    const code = classCodes[toCharacterClass(character)]
    output.put(character.charCodeAt(0), code, start, end, isPlain)
    if (character.length === 2) output.put(character.charCodeAt(1), code, start, end, isPlain)
  }
}

function lookUp(text: string, at: number): number {
  if (at >= text.length) return 0
  const unit = text.charCodeAt(at)
  const known = knownUnits[unit] ?? 0
  return known === 0 ? learn(unit) : known
}

/** Works out what a UTF-16 unit means on its own and keeps it. */
function learn(unit: number): number {
  const known = isKnownBit | describe(unit)
  knownUnits[unit] = known
  return known
}

function describe(unit: number): number {
  // The character may be a mark: whoever comes before has to look.
  if (isHighSurrogate(unit)) return needsCareBit | isComposingBit
  const character = String.fromCharCode(unit)
  const folded = foldUnit(character)
  const composing = isComposing(character) ? isComposingBit : 0
  if (folded.length !== 1) return needsCareBit | composing
  const code = classCodes[toCharacterClass(folded)]
  return folded.charCodeAt(0) | (code << classShift) | composing
}
