import { foldCharacters } from './fold-characters.ts'
import type { OffsetSink } from './folded-output.ts'

/** A folded text and where its parts stand in the original. */
export interface Folding {
  folded: string
  /** Per UTF-16 unit of `folded`: where the original of it starts. Rises or stays. */
  starts: Uint32Array
  /** Per UTF-16 unit of `folded`: where the original of it ends. Rises or stays. */
  ends: Uint32Array
  /** Per UTF-16 unit of `folded`: 1 where the original is written just so. Spaces count as written so. */
  plain: Uint8Array
}

/**
 * What search sees of a text. Case, accents, width, ligatures, traditional and simplified Chinese are made one; everything
 * that is not letter, number or mark becomes one space; so does the place where a word meets a script without spaces
 * (`第5代iPhone` is `第 5 代 iphone`). No space at the ends. Folding what is folded changes nothing.
 */
export function foldText(text: string): string {
  return foldCharacters(text, undefined)
}

/** As `foldText`, with the place of every part in the original, for marks and for ranking by spelling. */
export function foldWithOffsets(text: string): Folding {
  const sink: OffsetSink = {
    starts: new Uint32Array(text.length + 16),
    ends: new Uint32Array(text.length + 16),
    plain: new Uint8Array(text.length + 16),
  }
  const folded = foldCharacters(text, sink)
  return {
    folded,
    starts: sink.starts.subarray(0, folded.length),
    ends: sink.ends.subarray(0, folded.length),
    plain: sink.plain.subarray(0, folded.length),
  }
}
