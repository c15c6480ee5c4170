import { foldText } from '#search/fold/fold-text.ts'
import type { CachedPost } from '../post/cached-post.ts'

/** What decides, besides the texts, whether two posts may be versions. */
export interface TitleFacts {
  /** Folded; empty without a title. */
  title: string
  /** All numbers in the title, in order; empty when there are none. */
  numbers: string
  /** Character bigrams of the title. */
  pairs: ReadonlySet<string>
  sourceHost: string | undefined
  /** Whether the text is longer than any boilerplate. */
  isLong: boolean
}

/**
 * Titles whose bigrams have a smaller Dice index are dissimilar. Two titles that only begin alike (`Base of the pier`,
 * `Base of a tower`) have about 0.6.
 */
const leastSimilarity = 0.7

/** No source's boilerplate has so many characters or words. */
const longText = 1_500

export function toTitleFacts({
  title: written = '',
  row,
}: Pick<CachedPost, 'title'> & {
  row: Pick<CachedPost['row'], 'sourceHost' | 'length'>
}): TitleFacts {
  const title = foldText(written)
  return {
    title,
    numbers: title.match(/\p{N}+/gu)?.join(' ') ?? '',
    pairs: toPairs(title),
    sourceHost: row.sourceHost,
    isLong: row.length.count >= longText,
  }
}

/**
 * Whether two posts of nearly the same text may be versions of one post. Parts of a series, and reports that fill in a
 * form, have different numbers in their titles. Short posts of one source with dissimilar titles may share no more than
 * boilerplate. A text that another source republished may have any title.
 * Posts without a source address were written where they are: only the same title makes them versions.
 */
export function mayBeVersions(a: TitleFacts, b: TitleFacts): boolean {
  if (!hasSameNumbers(a, b)) return false
  // Whoever writes two posts of nearly the same words into one blog, as about two releases, means two.
  if (a.sourceHost === undefined && b.sourceHost === undefined) return a.title === b.title
  return (a.isLong && b.isLong) || a.sourceHost !== b.sourceHost || areAlike(a, b)
}

/** Whether no numbers tell two titles apart, as those of parts and issues do. */
export function hasSameNumbers(a: TitleFacts, b: TitleFacts): boolean {
  return a.numbers === b.numbers || a.numbers === '' || b.numbers === ''
}

function areAlike(a: TitleFacts, b: TitleFacts): boolean {
  return a.title === b.title || toSimilarity(a, b) >= leastSimilarity
}

/** Dice index of the bigrams of two titles: 0 = nothing in common, 1 = equal. */
export function toSimilarity(a: TitleFacts, b: TitleFacts): number {
  let shared = 0
  for (const pair of a.pairs) if (b.pairs.has(pair)) shared++
  return shared === 0 ? 0 : (2 * shared) / (a.pairs.size + b.pairs.size)
}

function toPairs(folded: string): Set<string> {
  const pairs = new Set<string>()
  for (let at = 1; at < folded.length; at++) pairs.add(folded.slice(at - 1, at + 1))
  return pairs
}
