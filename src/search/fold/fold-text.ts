import { foldCharacters } from './fold-characters.ts'
import { FoldedOutput } from './folded-output.ts'
import type { UnitSink } from './folded-units.ts'
import { MarkedOutput } from './marked-output.ts'

/** Ligatures and inserted spaces mostly fit. */
const unitsToSpare = 16

/** A folded text and how the original spells it. */
export interface SpelledFolding {
  /** As `markedFold` gives it. */
  folded: string
  /** Per UTF-16 unit of `folded`: 1 if the original is spelled the same. A space always counts as the same. */
  plain: Uint8Array
}

/** A folded text and where its parts are in the original. */
export interface Folding extends SpelledFolding {
  /** Per UTF-16 unit of `folded`: where its source starts in the original. Never decreases. */
  starts: Uint32Array
  /** Per UTF-16 unit of `folded`: where its source ends in the original. Never decreases. */
  ends: Uint32Array
}

/**
 * Normalizes a text for comparing it with others. Removes differences of case, accents, width, ligatures, and
 * traditional and simplified Chinese. Every run of characters that are not letters, numbers or marks becomes one space;
 * one space is also inserted where a word meets a dense script (`第5代iPhone` becomes `第 5 代 iphone`). No space at
 * either end. Idempotent.
 */
export function foldText(text: string): string {
  return foldCharacters(text, new FoldedOutput(text.length, undefined))
}

/**
 * Like `foldText`, and keeps what a search needs besides: emoji, the signs of words like `c++`, `.net` and `--flag`, and
 * marks (see `marks.ts`) where words may be read as one and where a letter may be written as two.
 */
export function markedFold(text: string): string {
  return foldCharacters(text, new MarkedOutput(text.length, undefined))
}

/** Like `markedFold`, but also tells how every part is spelled, for ranking. */
export function foldWithSpelling(text: string): SpelledFolding {
  const sink: UnitSink = { plain: new Uint8Array(text.length + unitsToSpare) }
  const folded = foldCharacters(text, new MarkedOutput(text.length, sink))
  return { folded, plain: sink.plain.subarray(0, folded.length) }
}

/** Like `foldWithSpelling`, but also maps every part to its place in the original, for highlighting. */
export function foldWithOffsets(text: string): Folding {
  const length = text.length + unitsToSpare
  const places = { starts: new Uint32Array(length), ends: new Uint32Array(length) }
  const sink: UnitSink = { plain: new Uint8Array(length), places }
  const folded = foldCharacters(text, new MarkedOutput(text.length, sink))
  return {
    folded,
    starts: places.starts.subarray(0, folded.length),
    ends: places.ends.subarray(0, folded.length),
    plain: sink.plain.subarray(0, folded.length),
  }
}

/** Whether the original spells a range of a folding the same; `plain` as in `Folding`. */
export function isWrittenPlain(plain: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (plain[at] === 0) return false
  return true
}
