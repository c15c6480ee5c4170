import type { QueryClient } from '@tanstack/react-query'
import { openFilter } from '#core/selection/timeline-filter.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { searchWhole, type WholeSearch } from '#reader/data/filter/whole-search.ts'
import { readCited, toCitedText, type CitedMatch } from './cited-post.ts'
import { judgeQuotation, listPhrases } from './judge-quotation.ts'

/** What the words of a quotation are, and what was looked through for them. */
export interface QuotationVerdict {
  input: 'quotation'
  /** Those of the posts compared that hold the words, or most of them. */
  matches: CitedMatch[]
  /** Posts in which the search finds the words, or their beginning: not all of these hold them. */
  found: number
  /** Posts whose text was compared with the quotation. */
  compared: number
  /** Pieces of the quotation that were looked up because it was not found whole. */
  pieces: number
  /** How many kept posts were looked through, without a network; absent where the index was asked. */
  lookedThrough?: number
  /** Set where the archive cannot look for words. */
  isUnsearchable?: true
}

const mostCompared = 10
/** Longer phrases are cut by the search; the text is compared in full. */
const mostPhrase = 150

/**
 * Looks a quotation up as a phrase, else pieces of it, and compares it with the likeliest posts.
 * @throws DataError when a file could not be loaded; the signal's reason when it fires.
 */
export async function checkQuotation(
  client: QueryClient,
  quotation: string,
  signal: AbortSignal,
): Promise<QuotationVerdict> {
  const { search, copy } = await client.ensureQueryData(manifestQuery())
  const verdict = { input: 'quotation' as const, matches: [], found: 0, compared: 0, pieces: 0 }
  if (search === undefined && copy === undefined) return { ...verdict, isUnsearchable: true }
  const whole = await findPhrase(client, cutPhrase(quotation))
  const phrases = whole.ordinals.length > 0 ? [] : listPhrases(quotation)
  const some = await findSome(client, phrases, signal)
  const likely = phrases.length > 0 ? some.ordinals : [...whole.ordinals]
  const compared = likely.slice(0, mostCompared)
  const lookedThrough = some.lookedThrough ?? whole.lookedThrough
  return {
    ...verdict,
    matches: await compare(client, { quotation, ordinals: compared }, signal),
    found: whole.ordinals.length,
    compared: compared.length,
    pieces: phrases.length,
    ...(lookedThrough === undefined ? {} : { lookedThrough }),
  }
}

async function compare(
  client: QueryClient,
  { quotation, ordinals }: { quotation: string; ordinals: readonly number[] },
  signal: AbortSignal,
): Promise<CitedMatch[]> {
  const matches: CitedMatch[] = []
  for (const ordinal of ordinals) {
    signal.throwIfAborted()
    const post = await readCited(client, ordinal)
    if (post === undefined) continue
    const quoted = await judgeQuotation(quotation, toCitedText(post))
    if (quoted.kind !== 'none') matches.push({ post, quoted })
  }
  const order = ['same', 'alike', 'cut', 'other', 'none']
  const rank = ({ quoted }: CitedMatch) => order.indexOf(quoted?.kind ?? 'none')
  matches.sort((a, b) => rank(a) - rank(b))
  // Of texts that only resemble it, the likeliest says enough.
  return matches[0]?.quoted?.kind === 'other' ? matches.slice(0, 1) : matches
}

/** The posts that hold a phrase, the best first; older versions too. */
async function findPhrase(client: QueryClient, phrase: string): Promise<WholeSearch> {
  const query = `"${phrase.replace(/["“”„«»]/gu, ' ')}"`
  return searchWhole(client, { ...openFilter, versions: 'all', query })
}

/** Ordinals of the posts that hold some phrases, those with most of them first. */
async function findSome(
  client: QueryClient,
  phrases: readonly string[],
  signal: AbortSignal,
): Promise<{ ordinals: number[]; lookedThrough?: number }> {
  const counts = new Map<number, number>()
  let kept: number | undefined
  for (const phrase of phrases) {
    signal.throwIfAborted()
    const { ordinals, lookedThrough } = await findPhrase(client, phrase)
    // One that could not ask the index makes all of it the answer of what is kept.
    kept ??= lookedThrough
    for (const ordinal of ordinals) counts.set(ordinal, (counts.get(ordinal) ?? 0) + 1)
  }
  const ordinals = [...counts]
    .sort((a, b) => b[1] - a[1] || b[0] - a[0])
    .map(([ordinal]) => ordinal)
  return { ordinals, ...(kept === undefined ? {} : { lookedThrough: kept }) }
}

function cutPhrase(quotation: string): string {
  const line = quotation.replace(/\s+/gu, ' ')
  if (line.length <= mostPhrase) return line
  const start = line.slice(0, mostPhrase)
  return start.includes(' ') ? start.slice(0, start.lastIndexOf(' ')) : start
}
