import { characterLength, findNext, isDenseAt, startMark } from './list-terms.ts'
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
 * pairs side by side are enough. `mayBePrefix`: the last word of the phrase may be the beginning of a longer one.
 */
export function toPhraseTerms(phrase: string, mayBePrefix: boolean): PhraseTerm[] {
  const terms: PhraseTerm[] = []
  let at = 0
  while (at < phrase.length) {
    const isStretch = isDenseAt(phrase, at)
    const end = isStretch ? findStretchEnd(phrase, at) : findWordEnd(phrase, at)
    const isLast = end === phrase.length
    const part = phrase.slice(at, end)
    const found = isStretch
      ? coverStretch(part, { isFirst: at === 0, isLast })
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
 * Pairs, from the left, of which each reaches as far as it can: every character has to be in one, and every space, because only a
 * pair across it shows that it is there. (A word shows by its place that a space stands before it.) A character alone is a term
 * only where none of its kind follows; one that ends the phrase behind a word has a term of its own, because the terms that
 * begin with it are hundreds.
 */
function coverStretch(
  stretch: string,
  { isFirst, isLast }: { isFirst: boolean; isLast: boolean },
): PhraseTerm[] {
  const characters = listCharacters(stretch)
  const count = characters.length
  if (count === 1) {
    if (!isLast) return [{ term: stretch, offset: 0, isPrefix: false }]
    return isFirst
      ? [{ term: stretch, offset: 0, isPrefix: true }]
      : [{ term: `${stretch}${startMark}`, offset: 0, isPrefix: false }]
  }
  const terms: PhraseTerm[] = []
  for (let at = 0, covered = 0; at + 1 < count; at++) {
    const [first, second] = [characters[at], characters[at + 1]]
    if (first === undefined || second === undefined) break
    const isNeeded =
      covered <= at || second.start > first.end || (at + 2 === count && covered <= at + 1)
    if (!isNeeded) continue
    terms.push({
      term: stretch.slice(first.start, second.end),
      offset: first.start,
      isPrefix: false,
    })
    covered = at + 2
  }
  return terms
}

interface Character {
  start: number
  end: number
}

/** The characters of a stretch, its spaces left out. */
function listCharacters(stretch: string): Character[] {
  const characters: Character[] = []
  for (let start = 0; start < stretch.length;) {
    const end = start + characterLength(stretch.charCodeAt(start))
    characters.push({ start, end })
    start = findNext(stretch, end)
  }
  return characters
}

/** Where the characters of scripts without spaces end that start at an offset, single spaces between them. */
function findStretchEnd(phrase: string, start: number): number {
  let end = start
  for (let next = start; isDenseAt(phrase, next); next = findNext(phrase, end))
    end = next + characterLength(phrase.charCodeAt(next))
  return end
}

function findWordEnd(phrase: string, start: number): number {
  const end = phrase.indexOf(' ', start)
  return end === -1 ? phrase.length : end
}
