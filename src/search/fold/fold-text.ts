import { foldCharacters } from './fold-characters.ts'
import { FoldedOutput } from './folded-output.ts'
import type { OffsetSink } from './folded-units.ts'
import { MarkedOutput } from './marked-output.ts'

/** A folded text and where its parts are in the original. */
export interface Folding {
  /** As `markedFold` gives it. */
  folded: string
  /** Per UTF-16 unit of `folded`: where its source starts in the original. Never decreases. */
  starts: Uint32Array
  /** Per UTF-16 unit of `folded`: where its source ends in the original. Never decreases. */
  ends: Uint32Array
  /** Per UTF-16 unit of `folded`: 1 if the original is spelled the same. A space always counts as the same. */
  plain: Uint8Array
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

/**
 * Like `markedFold`, but also maps every part to its place in the original, for highlighting and for ranking by
 * spelling.
 */
export function foldWithOffsets(text: string): Folding {
  const sink: OffsetSink = {
    starts: new Uint32Array(text.length + 16),
    ends: new Uint32Array(text.length + 16),
    plain: new Uint8Array(text.length + 16),
  }
  const folded = foldCharacters(text, new MarkedOutput(text.length, sink))
  return {
    folded,
    starts: sink.starts.subarray(0, folded.length),
    ends: sink.ends.subarray(0, folded.length),
    plain: sink.plain.subarray(0, folded.length),
  }
}
