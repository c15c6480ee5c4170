import { isHighSurrogate, toCharacterClass } from './character-class.ts'
import { findUnitEnd, foldUnit, isComposing } from './fold-unit.ts'
import { FoldedOutput, freeEntryBits, toEntry, type OffsetSink } from './folded-output.ts'

// Flags of a cached entry, kept above the bits of `toEntry`.
const isComposingBit = 1 << freeEntryBits
const needsCareBit = 2 << freeEntryBits
const isKnownBit = 4 << freeEntryBits

// Filled lazily: computing all 65,536 entries would cost more than folding most texts.
const knownEntries = new Uint32Array(0x10000)

/** Folds a text unit by unit. Characters that do not compose with others take the fast path through the table. */
export function foldCharacters(text: string, sink: OffsetSink | undefined): string {
  const output = new FoldedOutput(text.length, sink)
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
      putUnit(output, text.slice(at, end), at)
      at = end
      entry = lookUp(text, at)
    }
  }
  return output.toText()
}

/** Folds a unit that has several characters, or that does not fold to exactly one UTF-16 unit. */
function putUnit(output: FoldedOutput, unit: string, start: number): void {
  const folded = foldUnit(unit)
  const end = start + unit.length
  for (const character of folded) {
    const characterClass = toCharacterClass(character)
    for (let at = 0; at < character.length; at++)
      output.put(toEntry(character.charCodeAt(at), characterClass, folded === unit), start, end)
  }
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
  return composing | toEntry(folded.charCodeAt(0), toCharacterClass(folded), folded === character)
}
