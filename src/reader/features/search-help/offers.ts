import { queryOptions } from '@tanstack/react-query'
import {
  withChoice,
  withQuery,
  type ChoiceName,
  type TimelineFilter,
} from '#core/selection/timeline-filter.ts'
import { toFilterKey } from '#reader/data/filter/filter-query.ts'
import { countPosts } from '#reader/data/filter/count-posts.ts'
import { splitQuery, type QueryChunk } from '#search/query/split-query.ts'

/** An alternative list that may have hits where a search had none. */
export interface Offer {
  /**
   * What the offer changes: drops one facet's choices, the days or all of these, adds older versions, or searches for
   * part of the query under the same filter or under none.
   */
  kind: ChoiceName | 'dates' | 'all' | 'versions' | 'part' | 'partOfAll'
  filter: TimelineFilter
}

const nothing = { include: [], exclude: [] }
/** Shortest piece that is split in half, characters. */
const shortestSplit = 4
/** Most conditions, and most pieces of a long phrase, that parts are made of: each part tried is a search. */
const mostChunks = 6
const mostPieces = 14
/** Most offers shown. */
const mostOffers = 6

/** The lists to try, those closest to the original search first. */
export function listOffers(filter: TimelineFilter): Offer[] {
  const { choices, from, to, query = '' } = filter
  const parts = listParts(query)
  const offers: Offer[] = [...choices.keys()].map((name) => ({
    kind: name,
    filter: withChoice(filter, name, nothing),
  }))
  const { from: _from, to: _to, ...undated } = filter
  if (from !== undefined || to !== undefined) offers.push({ kind: 'dates', filter: undated })
  const isFiltered = offers.length > 0
  const open = { ...undated, choices: new Map() }
  if (offers.length > 1) offers.push({ kind: 'all', filter: open })
  if (filter.versions === 'newest') {
    offers.push({ kind: 'versions', filter: { ...filter, versions: 'all' } })
  }
  for (const part of parts) offers.push({ kind: 'part', filter: withQuery(filter, part) })
  if (!isFiltered) return offers
  for (const part of parts) offers.push({ kind: 'partOfAll', filter: withQuery(open, part) })
  return offers
}

/**
 * Queries that ask for less than the given one: with each condition dropped in turn, then each condition alone. A
 * single long phrase is halved, then its halves are.
 */
export function listParts(query: string): string[] {
  const chunks = splitQuery(query).chunks.slice(0, mostChunks)
  const [only] = chunks
  const withoutOne = chunks.map((_, at) => chunks.filter((_chunk, other) => other !== at))
  const parts =
    chunks.length > 1 || only === undefined
      ? [...withoutOne, ...chunks.map((chunk) => [chunk])]
      : splitChunk(only).map((chunk) => [chunk])
  const texts = parts
    .filter((part) => part.some(({ isExcluded }) => !isExcluded))
    .map((part) => part.map(formatChunk).join(' '))
  return [...new Set(texts)].filter((text) => text !== query)
}

/** Splits a phrase into its words. In a script without spaces, splits it in half, then the halves in half. */
function splitChunk(chunk: QueryChunk): QueryChunk[] {
  const words = chunk.text.trim().split(/\s+/u)
  if (words.length > 1) return words.map((text) => withText({ ...chunk, isQuoted: false }, text))
  const isDense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
  if (!isDense.test(chunk.text)) return []
  const pieces = [Array.from(chunk.text)]
  for (const piece of pieces) {
    if (piece.length < shortestSplit || pieces.length > mostPieces) continue
    const middle = Math.ceil(piece.length / 2)
    pieces.push(piece.slice(0, middle), piece.slice(middle))
  }
  return pieces.slice(1).map((piece) => withText(chunk, piece.join('')))
}

function withText(chunk: QueryChunk, text: string): QueryChunk {
  return { ...chunk, text }
}

/** A part of a query, written in query syntax. */
export function formatChunk({ isExcluded, field, text, isQuoted }: QueryChunk): string {
  const words = isQuoted ? `"${text}"` : text
  return `${isExcluded ? '-' : ''}${field === 'any' ? '' : `${field}:`}${words}`
}

/** The offers that have hits, with their number. */
export const offersQuery = (filter: TimelineFilter) =>
  queryOptions({
    queryKey: ['offers', toFilterKey(filter)],
    queryFn: async ({ client, signal }) => {
      const counted: (Offer & { count: number })[] = []
      for (const offer of listOffers(filter)) {
        // No need to drop the filter when a part has hits under it.
        if (offer.kind === 'partOfAll' && counted.some(({ kind }) => kind === 'part')) break
        if (counted.some((found) => isWithin(offer, found))) continue
        const count = await countPosts(client, offer.filter, signal)
        if (count > 0) counted.push({ ...offer, count })
        if (counted.length === mostOffers) break
      }
      return counted
    },
  })

/** Whether an offer searches for a piece of the single phrase that another offer, which has hits, searches for. */
export function isWithin(offer: Offer, found: Offer): boolean {
  if (offer.kind !== found.kind) return false
  const [piece, phrase] = [offer, found].map(({ filter }) => splitQuery(filter.query ?? '').chunks)
  const [inner, ...others] = piece ?? []
  const [outer, ...more] = phrase ?? []
  if (inner === undefined || outer === undefined || others.length + more.length > 0) return false
  return outer.text.length > inner.text.length && outer.text.includes(inner.text)
}
