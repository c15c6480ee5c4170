import { isDense } from '../fold/character-class.ts'
import { isEmojiUnit } from '../fold/emoji.ts'
import { spellVowels } from '../fold/marks.ts'
import { characterLength, countLetters, findNext, isDenseAt, startMark } from './list-terms.ts'
import { cutWord } from './word-pieces.ts'

/** One of the terms that a phrase requires. */
export interface PhraseTerm {
  term: string
  /** Letters of the phrase before the term, in UTF-16 units, and spaces between dense characters. */
  offset: number
  /** Whether any term that starts with `term` satisfies it. */
  isPrefix: boolean
}

/**
 * Returns the terms that a phrase requires: it matches at a place exactly if all of them occur at their offsets from
 * there. Keeps them few: adjacent bigrams need not overlap. `mayBePrefix`: whether the last word of the phrase may be
 * the beginning of a longer one. The sign behind a letter with dots stands for a vowel that counts for no letter.
 */
export function toPhraseTerms(phrase: string, mayBePrefix: boolean): PhraseTerm[] {
  const { letters, emoji } = takeOutEmoji(phrase)
  const endsInWord = !isEmojiUnit(phrase.charCodeAt(phrase.lastIndexOf(' ') + 1))
  const terms: PhraseTerm[] = []
  let at = 0
  let before = 0
  while (at < letters.length) {
    const isStretch = isDenseAt(letters, at)
    const end = isStretch ? findStretchEnd(letters, at) : findWordEnd(letters, at)
    const isLast = end === letters.length
    const part = letters.slice(at, end)
    const found = isStretch
      ? coverStretch(part, { isFirst: at === 0, isLast })
      : coverWord(part, isLast && mayBePrefix && endsInWord)
    for (const { term, offset, isPrefix } of found)
      terms.push({ term, offset: before + offset, isPrefix })
    before += isStretch ? part.length : countLetters(part)
    // Folding puts exactly one space between the parts.
    at = end + 1
  }
  // The first term is the one that the offsets of the others are compared with.
  return [...terms, ...emoji]
}

/** Emoji stand behind what comes before them, and as a space between letters. */
function takeOutEmoji(phrase: string): { letters: string; emoji: PhraseTerm[] } {
  const kept: string[] = []
  const emoji: PhraseTerm[] = []
  let offset = 0
  for (const token of phrase.split(' ')) {
    if (isEmojiUnit(token.charCodeAt(0))) emoji.push({ term: token, offset, isPrefix: false })
    else {
      const isBehindDense = isDenseEnd(kept.at(-1) ?? '')
      if (isBehindDense && isDenseAt(token, 0)) offset++
      kept.push(token)
      offset += countLetters(token)
    }
  }
  return { letters: emoji.length === 0 ? phrase : kept.join(' '), emoji }
}

function isDenseEnd(token: string): boolean {
  return isDense(token.charCodeAt(token.length - 1)) || isDenseAt(token, token.length - 2)
}

function coverWord(word: string, mayBePrefix: boolean): PhraseTerm[] {
  const pieces = cutWord(spellVowels(word))
  return pieces.map(({ term, offset }, at) => ({
    term,
    offset,
    isPrefix: mayBePrefix && at === pieces.length - 1,
  }))
}

/**
 * Covers a run of dense characters with as few bigrams as possible, from the left. Every character must be in one, and
 * so must every space: one and several are one for a bigram. (The position of a word proves the space before it.) A single character is a term of its own only where no dense character follows it. One that ends the
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
