import { foldText } from '#search/fold/fold-text.ts'
import type { DraftPost } from '../ingest/draft-post.ts'

/** What tells whether two posts of nearly the same text may be one. */
export type TitledPost = Pick<DraftPost, 'title'> & {
  row: Pick<DraftPost['row'], 'sourceHost' | 'length'>
}

/** Titles that share less than this part of their pairs of characters are two. */
const leastAlike = 0.5

/** Characters or words that no source says every time. */
const longText = 1_500

/**
 * Whether two posts of nearly the same text may be versions of one. Parts of a series and reports that fill in a form have other
 * numbers in their titles; short posts of one source under two addresses whose titles have little in common may share no more
 * than what that source says every time. A text that another source took over may have any title.
 */
export function mayBeVersions(a: TitledPost, b: TitledPost): boolean {
  const [one, other] = [foldText(a.title ?? ''), foldText(b.title ?? '')]
  const [numbers, otherNumbers] = [toNumbers(one), toNumbers(other)]
  if (numbers !== otherNumbers && numbers !== '' && otherNumbers !== '') return false
  const isLong = Math.min(a.row.length.count, b.row.length.count) >= longText
  return isLong || a.row.sourceHost !== b.row.sourceHost || toAlikeness(one, other) >= leastAlike
}

function toNumbers(folded: string): string {
  return folded.match(/\p{N}+/gu)?.join(' ') ?? ''
}

/** Part of the pairs of characters that two texts share (the Dice index); 1 for equal ones. */
function toAlikeness(a: string, b: string): number {
  if (a === b) return 1
  const [pairs, others] = [toPairs(a), toPairs(b)]
  let shared = 0
  for (const pair of pairs) if (others.has(pair)) shared++
  const all = pairs.size + others.size
  return all === 0 ? 0 : (2 * shared) / all
}

function toPairs(folded: string): Set<string> {
  const pairs = new Set<string>()
  for (let at = 1; at < folded.length; at++) pairs.add(folded.slice(at - 1, at + 1))
  return pairs
}
