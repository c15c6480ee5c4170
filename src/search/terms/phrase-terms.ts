import { characterLength, findNext, isDenseAt, startMark } from './list-terms.ts'
import { cutWord } from './word-pieces.ts'

/** One of the terms that a phrase requires. */
export interface PhraseTerm {
  term: string
  /** Offset of the term in the phrase, in UTF-16 units. */
  offset: number
  /** Whether any term that starts with `term` satisfies it. */
  isPrefix: boolean
}

/**
 * Returns the terms that a phrase requires: it matches at a place exactly if all of them occur at their offsets from
 * there. Keeps them few: adjacent bigrams need not overlap. `mayBePrefix`: whether the last word of the phrase may be
 * the beginning of a longer one.
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
    // Folding puts exactly one space between the parts.
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
 * Covers a run of dense characters with as few bigrams as possible, from the left. Every character must be in one, and
 * so must every space, because only a bigram across a space proves that it is there. (The position of a word proves the
 * space before it.) A single character is a term of its own only where no dense character follows it. One that ends the
 * phrase after a word has its own marked term, because hundreds of terms begin with it.
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

/** The characters of a run of dense characters, without its spaces. */
function listCharacters(stretch: string): Character[] {
  const characters: Character[] = []
  for (let start = 0; start < stretch.length;) {
    const end = start + characterLength(stretch.charCodeAt(start))
    characters.push({ start, end })
    start = findNext(stretch, end)
  }
  return characters
}

/** End of the run of dense characters, with single spaces between them, that starts at an offset. */
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
