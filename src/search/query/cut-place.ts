import { graphemePattern } from './grapheme-pattern.ts'

/** How far a cut moves to avoid splitting a word. Anything longer is an address or a run of symbols. */
const longestSpared = 25

// Far more than any grapheme takes. A text with no grapheme boundary within it is not meant to be read.
const mostUnits = 256

// Letters of scripts that separate words by spaces, with their marks.
const wordPattern =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{N}\p{M}]/u

/**
 * Returns the last place at or before `at` where a text can be cut: never within a grapheme, nor within a word unless
 * it is very long.
 */
export function findCutBefore(text: string, at: number): number {
  const place = findCharacter(text, at).start
  let spared = place
  while (spared > place - longestSpared && isInsideWord(text, spared)) spared--
  return isInsideWord(text, spared) ? place : findCharacter(text, spared).start
}

/** Returns the first such place at or after `at`, but no later than the last one at or before `latest`. */
export function findCutAfter(text: string, at: number, latest: number): number {
  const place = findCharacterEnd(text, at)
  let spared = place
  while (spared < place + longestSpared && isInsideWord(text, spared)) spared++
  const cut = isInsideWord(text, spared) ? place : findCharacterEnd(text, spared)
  return Math.min(cut, findCharacter(text, latest).start)
}

/** End of the grapheme that contains a place; the place itself if it is between two. */
function findCharacterEnd(text: string, at: number): number {
  const { start, end } = findCharacter(text, at)
  return start === at ? at : end
}

/** The grapheme (an emoji with all its parts, a letter with its marks) that contains a place or starts there. */
export function findCharacter(text: string, at: number): { start: number; end: number } {
  if (at <= 0) return { start: 0, end: 0 }
  if (at >= text.length) return { start: text.length, end: text.length }
  // No grapheme continues past a line break.
  const from = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - mostUnits)
  let start = from
  for (const [grapheme] of text.slice(from, at + mostUnits).matchAll(graphemePattern)) {
    const end = start + grapheme.length
    if (end > at) return { start, end }
    start = end
  }
  return { start: at, end: at }
}

function isInsideWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false
  return wordPattern.test(text.charAt(at - 1)) && wordPattern.test(text.charAt(at))
}
