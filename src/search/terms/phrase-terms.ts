import { isDense } from '../fold/character-class.ts'
import { characterLength, isDenseAt, startMark } from './list-terms.ts'
import { cutWord } from './word-pieces.ts'

/** One of the terms that a phrase needs. */
export interface PhraseTerm {
  term: string
  /** Where the term stands in the phrase, in UTF-16 units. */
  offset: number
  /** Whether every term that starts with `term` will do. */
  isPrefix: boolean
}

/**
 * The terms that stand in a text at these offsets, counted from one place, exactly where the phrase matches there. Few of them:
 * every second pair of characters is enough. `mayBePrefix`: the last word of the phrase may be the beginning of a longer one.
 */
export function toPhraseTerms(phrase: string, mayBePrefix: boolean): PhraseTerm[] {
  const terms: PhraseTerm[] = []
  let at = 0
  while (at < phrase.length) {
    const isRun = isDense(phrase.charCodeAt(at))
    const end = isRun ? findRunEnd(phrase, at) : findWordEnd(phrase, at)
    const isLast = end === phrase.length
    const part = phrase.slice(at, end)
    const found = isRun
      ? coverRun(part, { isFirst: at === 0, isLast, meetsRun: isDenseAt(phrase, end + 1) })
      : coverWord(part, isLast && mayBePrefix)
    for (const { term, offset, isPrefix } of found)
      terms.push({ term, offset: at + offset, isPrefix })
    // Folding sets exactly one space between the parts.
    at = end + 1
  }
  return terms
}

function coverWord(word: string, mayBePrefix: boolean): PhraseTerm[] {
  const pieces = cutWord(word)
  return pieces.map(({ term, offset }, at) => ({
    term,
    offset,
    isPrefix: mayBePrefix && at === pieces.length - 1,
  }))
}

/**
 * Pairs side by side. A character alone is a term only where none of its kind follows; where another run is to follow, it is
 * what shows that this one ends here in the text too. (A word shows by its place that a space stands before it.) One that ends the phrase
 * behind something else has a term of its own, because the terms that begin with it are hundreds.
 */
function coverRun(run: string, place: { isFirst: boolean; isLast: boolean; meetsRun: boolean }) {
  const { isFirst, isLast, meetsRun } = place
  const starts = listStarts(run)
  const count = starts.length
  const cut = (from: number, to: number): PhraseTerm => ({
    term: run.slice(starts[from], starts[to] ?? run.length),
    offset: starts[from] ?? 0,
    isPrefix: false,
  })
  const terms: PhraseTerm[] = []
  for (let at = 0; at + 1 < count; at += 2) terms.push(cut(at, at + 2))
  if (meetsRun || (count === 1 && !isLast)) terms.push(cut(count - 1, count))
  else if (count === 1 && isFirst) terms.push({ ...cut(0, 1), isPrefix: true })
  else if (count === 1) terms.push({ term: `${run}${startMark}`, offset: 0, isPrefix: false })
  else if (count % 2 === 1) terms.push(cut(count - 2, count))
  return terms
}

function listStarts(run: string): number[] {
  const starts: number[] = []
  for (let at = 0; at < run.length; at += characterLength(run.charCodeAt(at))) starts.push(at)
  return starts
}

function findRunEnd(phrase: string, start: number): number {
  let end = start
  while (isDenseAt(phrase, end)) end += characterLength(phrase.charCodeAt(end))
  return end
}

function findWordEnd(phrase: string, start: number): number {
  const end = phrase.indexOf(' ', start)
  return end === -1 ? phrase.length : end
}
