import { several, type TermTable } from './term-table.ts'
import type { TermSurvey } from './survey-terms.ts'

/** In a larger part of the posts a term tells nothing. */
const mostOfPosts = 0.25
/** The same of words in posts of their language: those that only join others are more frequent. */
const mostOfWords = 0.08
/** What nearly all posts of one source have, and no other, is its name or what it always says. */
const mostOfSource = 0.3
/** How much more frequent a term is than chance would have it, given its rest. */
const leastLift = 25
const leastPairLift = 2.5
/** Fewer characters say less about what is frequent, and less is asked then. */
const enoughSampled = 4_000

/**
 * Tells the words and names among terms: 1 for each slot that has one. A run of characters is a word when its parts come
 * together more often than their frequencies would have it, and when what stands on either side of it varies (cohesion
 * and branching entropy, by which words of Chinese are found without a dictionary).
 */
export function judgeTerms(survey: TermSurvey): Uint8Array {
  const { table } = survey
  const isTerm = new Uint8Array(table.slots)
  for (let slot = 0; slot < table.slots; slot++) {
    if ((table.posts[slot] ?? 0) < 2 || !isTelling(survey, slot)) continue
    const isOfCharacters = (table.characters[slot] ?? 0) > 0
    if (isOfCharacters && !(isWhole(table, slot) && isCohesive(survey, slot))) continue
    isTerm[slot] = 1
  }
  return isTerm
}

function isTelling(survey: TermSurvey, slot: number): boolean {
  const { table } = survey
  const count = table.posts[slot] ?? 0
  if (count > Math.max(8, survey.posts * mostOfPosts)) return false
  const source = table.sources[slot] ?? 0
  if (source !== several) {
    const ofSource = survey.ofSource[source - 1] ?? 0
    if (count > Math.max(4, ofSource * mostOfSource)) return false
  }
  if ((table.characters[slot] ?? 0) > 0) return true
  const language = table.languages[slot] ?? 0
  const among = language === several ? survey.wordPosts : (survey.ofLanguage[language - 1] ?? 0)
  return (table.wordPosts[slot] ?? 0) <= Math.max(3, among * mostOfWords)
}

/** Whether what stands before and behind it varies; else it is a part of something longer. */
function isWhole(table: TermTable, slot: number): boolean {
  const sides = table.sides[slot] ?? 0
  const least = (table.posts[slot] ?? 0) >= 5 ? 3 : 2
  return countBits(sides & 0xffff) >= least && countBits(sides >>> 16) >= least
}

function isCohesive(survey: TermSurvey, slot: number): boolean {
  const { table } = survey
  const edges = table.edges[slot] ?? 0
  // Words of hiragana alone join others.
  if (isHiragana(edges >>> 16) && isHiragana(edges & 0xffff)) return false
  if ((table.characters[slot] ?? 0) > 2 && joins(survey, edges)) return false
  const certain = Math.min(1, survey.sampled / enoughSampled)
  const first = toShare(survey, edges >>> 16)
  const last = toShare(survey, edges & 0xffff)
  if (table.characters[slot] === 2) {
    const expected = first * last * Math.max(1, survey.length)
    return (table.uses[slot] ?? 0) / expected >= leastPairLift * certain
  }
  const count = table.posts[slot] ?? 0
  const withoutFirst = count / (count + (table.posts[table.find(table.tails[slot] ?? 0)] ?? 0))
  const withoutLast = count / (count + (table.posts[table.find(table.heads[slot] ?? 0)] ?? 0))
  const least = leastLift * certain
  return withoutFirst / first >= least && withoutLast / last >= least
}

/** Whether a run begins or ends with the character that joins words of this language, such as "of". */
function joins({ joining }: TermSurvey, edges: number): boolean {
  return joining !== 0 && (edges >>> 16 === joining || (edges & 0xffff) === joining)
}

function isHiragana(code: number): boolean {
  return code >= 0x3041 && code <= 0x309f
}

function toShare({ characters, sampled }: TermSurvey, code: number): number {
  return ((characters[code] ?? 0) + 1) / (sampled + 64)
}

function countBits(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}
