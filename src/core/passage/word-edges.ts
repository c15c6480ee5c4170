/** Scripts that part no words, of which nobody agrees what one is: every place among them is an edge, for browsers too. */
const unparted = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]`
const unpartedBefore = new RegExp(`${unparted}$`, 'u')
const unpartedAfter = new RegExp(`^${unparted}`, 'u')

/** So much around a place decides whether words part there; looking up a place in a whole article takes milliseconds. */
const nearbyCharacters = 64

// Made when a passage is asked for: the first one takes a browser half of all the time that an article's code takes to start.
let segmenter: Intl.Segmenter | undefined

/** Whether a passage of a text may begin or end at a place: where words do, as browsers see it. */
export function isWordEdge(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true
  if (unpartedBefore.test(text.slice(Math.max(0, at - 2), at))) return true
  if (unpartedAfter.test(text.slice(at, at + 2))) return true
  const from = Math.max(0, at - nearbyCharacters)
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' })
  const nearby = segmenter.segment(text.slice(from, at + nearbyCharacters))
  return nearby.containing(at - from)?.index === at - from
}

/** The nearest edge at or before a place. */
export function edgeBefore(text: string, at: number): number {
  let edge = at
  while (!isWordEdge(text, edge)) edge--
  return edge
}

/** The nearest edge at or behind a place. */
export function edgeBehind(text: string, at: number): number {
  let edge = at
  while (!isWordEdge(text, edge)) edge++
  return edge
}
