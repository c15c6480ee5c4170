/**
 * Scripts written without spaces, on whose word boundaries nobody agrees: every place in them is an edge, in browsers
 * too.
 */
const unparted = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]`
const unpartedBefore = new RegExp(`${unparted}$`, 'u')
const unpartedAfter = new RegExp(`^${unparted}`, 'u')

const wordEnd = /[\p{L}\p{N}\p{M}_'’]$/u
const wordStart = /^[\p{L}\p{N}\p{M}_'’]/u

/** This much context decides whether a place is a word boundary. Segmenting a whole article would take milliseconds. */
const nearbyCharacters = 64

// Created lazily: the first `Segmenter` takes a browser half of an article page's script start-up time.
let segmenter: Intl.Segmenter | undefined

/** Whether a passage may begin or end at a place: at a word boundary, as browsers see it. */
export function isWordEdge(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true
  if (unpartedBefore.test(text.slice(Math.max(0, at - 2), at))) return true
  if (unpartedAfter.test(text.slice(at, at + 2))) return true
  const from = Math.max(0, at - nearbyCharacters)
  if (!('Segmenter' in Intl)) return !isInsideRun(text, at)
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' })
  const nearby = segmenter.segment(text.slice(from, at + nearbyCharacters))
  return nearby.containing(at - from)?.index === at - from
}

/** Whether a place is within a run of letters and digits: nearly what the engines say that know words. */
function isInsideRun(text: string, at: number): boolean {
  return wordEnd.test(text.slice(Math.max(0, at - 2), at)) && wordStart.test(text.slice(at, at + 2))
}

/** The nearest edge at or before a place. */
export function edgeBefore(text: string, at: number): number {
  let edge = at
  while (!isWordEdge(text, edge)) edge--
  return edge
}

/** The nearest edge at or after a place. */
export function edgeBehind(text: string, at: number): number {
  let edge = at
  while (!isWordEdge(text, edge)) edge++
  return edge
}
