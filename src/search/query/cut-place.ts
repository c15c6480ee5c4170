/** How far a cut moves to spare a word; what is longer is an address or a run of signs. */
const longestSpared = 25

// Far more than one written character takes; where none begins within it, the text is not meant to be read.
const mostUnits = 256

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

// Letters of scripts that part words by spaces, and what stands on them.
const wordPattern =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{N}\p{M}]/u

/** Last place at or before `at` where a text can be cut: not within a written character, nor a word unless it is very long. */
export function findCutBefore(text: string, at: number): number {
  const place = findCharacter(text, at).start
  let spared = place
  while (spared > place - longestSpared && isInsideWord(text, spared)) spared--
  return isInsideWord(text, spared) ? place : findCharacter(text, spared).start
}

/** First such place at or after `at`, but the last one at or before `latest` where that comes first. */
export function findCutAfter(text: string, at: number, latest: number): number {
  const place = findCharacterEnd(text, at)
  let spared = place
  while (spared < place + longestSpared && isInsideWord(text, spared)) spared++
  const cut = isInsideWord(text, spared) ? place : findCharacterEnd(text, spared)
  return Math.min(cut, findCharacter(text, latest).start)
}

/** Where the character ends that a place lies in; the place itself between two. */
function findCharacterEnd(text: string, at: number): number {
  const { start, end } = findCharacter(text, at)
  return start === at ? at : end
}

/** The written character (an emoji with all its parts, a letter with its marks) that a place lies in or begins. */
export function findCharacter(text: string, at: number): { start: number; end: number } {
  if (at <= 0) return { start: 0, end: 0 }
  if (at >= text.length) return { start: text.length, end: text.length }
  // A line does not join with the line before.
  const from = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - mostUnits)
  const found = graphemes.segment(text.slice(from, at + mostUnits)).containing(at - from)
  if (found === undefined) return { start: at, end: at }
  return { start: from + found.index, end: from + found.index + found.segment.length }
}

function isInsideWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false
  return wordPattern.test(text.charAt(at - 1)) && wordPattern.test(text.charAt(at))
}
