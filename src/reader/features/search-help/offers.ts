import {
  withChoice,
  withQuery,
  type ChoiceName,
  type TimelineFilter,
} from '#core/selection/timeline-filter.ts'
import {
  formatParts,
  isDateField,
  type QueryChunk,
  type QueryPart,
} from '#search/query/query-chunk.ts'
import { splitQuery } from '#search/query/split-query.ts'
import { isPlainPart } from './part-text.ts'

/** An alternative list that may have hits where a search had none. */
export interface Offer {
  /**
   * What the offer changes: takes words for OR, drops one facet's choices, the days or all of these, adds older
   * versions, or searches for part of the query under the same filter or under none.
   */
  kind: ChoiceName | 'or' | 'dates' | 'all' | 'versions' | 'part' | 'partOfAll'
  filter: TimelineFilter
}

const nothing = { include: [], exclude: [] }
/** Shortest piece that is split in half, characters. */
const shortestSplit = 4
/** Most conditions, and most pieces of a long phrase, that parts are made of: each part tried is a search. */
const mostParts = 6
const mostPieces = 14

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
  const orQuery = toOrQuery(query)
  if (orQuery !== undefined) offers.unshift({ kind: 'or', filter: withQuery(filter, orQuery) })
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
 * single long phrase is halved, then its halves are. So is each phrase of alternatives: none of them was found.
 */
export function listParts(query: string): string[] {
  const parts = splitQuery(query).parts.slice(0, mostParts)
  const [only] = parts
  const withoutOne = parts.map((_, at) => parts.filter((_part, other) => other !== at))
  const texts =
    parts.length > 1 || only === undefined
      ? [...withoutOne, ...parts.map((part) => [part])]
          .filter((own) => own.some(({ isExcluded }) => !isExcluded))
          .map(formatParts)
      : listPieces(only)
  return [...new Set(texts)].filter((text) => text !== query)
}

function listPieces(part: QueryPart): string[] {
  if (part.isExcluded) return []
  if (part.kind === 'chunk') return splitChunk(part).map((piece) => formatParts([piece]))
  return part.alternatives.flatMap((own) => listParts(formatParts(own))).slice(0, mostPieces)
}

/** Splits a phrase into its words. In a script without spaces, splits it in half, then the halves in half. */
function splitChunk(chunk: QueryChunk): QueryChunk[] {
  if (isDateField(chunk.field)) return []
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

/** Words that people write between alternatives, where only `OR` joins them. */
const orWords = new Set(['or', 'Or', '或', '或者'])

/** The query with `OR` for each word that seems to mean it; `undefined` if there is none. */
export function toOrQuery(query: string): string | undefined {
  const { parts } = splitQuery(query)
  const isOr = (part: QueryPart, at: number) =>
    at > 0 && at < parts.length - 1 && isPlainPart(part) && orWords.has(formatParts([part]))
  if (!parts.some(isOr)) return undefined
  return parts.map((part, at) => (isOr(part, at) ? 'OR' : formatParts([part]))).join(' ')
}

/** Whether an offer searches for a piece of the single phrase that another offer, which has hits, searches for. */
export function isWithin(offer: Offer, found: Offer): boolean {
  if (offer.kind !== found.kind) return false
  const [inner, outer] = [offer, found].map(({ filter }) => findOnlyChunk(filter.query ?? ''))
  if (inner === undefined || outer === undefined) return false
  return outer.text.length > inner.text.length && outer.text.includes(inner.text)
}

function findOnlyChunk(query: string): QueryChunk | undefined {
  const [only, ...others] = splitQuery(query).parts
  return only?.kind === 'chunk' && others.length === 0 ? only : undefined
}
