import { foldText } from '#search/fold/fold-text.ts'
import type { CachedPost } from '../post/cached-post.ts'

/** What tells, besides their texts, whether two posts may be one. */
export interface TitleFacts {
  /** Folded; empty without a title. */
  title: string
  /** All numbers of the title in order; empty when there are none. */
  numbers: string
  /** Pairs of characters of the title. */
  pairs: ReadonlySet<string>
  sourceHost: string | undefined
  /** Longer than anything that a source says every time. */
  isLong: boolean
}

/** Titles that share less than this part of their pairs of characters are two. */
const leastAlike = 0.5

/** Characters or words that no source says every time. */
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
 * Whether two posts of nearly the same text may be versions of one. Parts of a series and reports that fill in a form have other
 * numbers in their titles; short posts of one source under two addresses whose titles have little in common may share no more
 * than what that source says every time. A text that another source took over may have any title.
 */
export function mayBeVersions(a: TitleFacts, b: TitleFacts): boolean {
  if (a.numbers !== b.numbers && a.numbers !== '' && b.numbers !== '') return false
  return (a.isLong && b.isLong) || a.sourceHost !== b.sourceHost || areAlike(a, b)
}

/** By the part of the pairs of characters that two titles share (the Dice index). */
function areAlike(a: TitleFacts, b: TitleFacts): boolean {
  if (a.title === b.title) return true
  let shared = 0
  for (const pair of a.pairs) if (b.pairs.has(pair)) shared++
  return 2 * shared >= leastAlike * (a.pairs.size + b.pairs.size) && shared > 0
}

function toPairs(folded: string): Set<string> {
  const pairs = new Set<string>()
  for (let at = 1; at < folded.length; at++) pairs.add(folded.slice(at - 1, at + 1))
  return pairs
}
