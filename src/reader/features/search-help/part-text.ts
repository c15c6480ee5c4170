import { facetNames } from '#core/facet/facet.ts'
import { toClockName } from '#article/view/clock-name.ts'
import { toRangeText } from '#article/view/period-text.ts'
import { toValueText } from '#article/view/value-text.ts'
import type { Words } from '#article/words.ts'
import type { ClockName } from '#core/time/clock.ts'
import { hasEmoji } from '#search/fold/emoji.ts'
import {
  formatParts,
  isDateField,
  type QueryChunk,
  type QueryGroup,
  type QueryPart,
} from '#search/query/query-chunk.ts'
import { parseQueryDate } from '#search/query/query-date.ts'
import { listChunks, splitQuery } from '#search/query/split-query.ts'

/** The language that conditions are described in. */
export interface Speech {
  words: Words
  locale: string
  /** The clock of the days they name; absent = the archive's. */
  clock?: ClockName | undefined
}

/** The conditions of a query that a search looks at. Of the others a note says that they were left out. */
export function listReadParts(query: string): QueryPart[] {
  return splitQuery(query).parts.filter((part) => listChunks([part]).some(isRead))
}

function isRead({ field, text }: QueryChunk): boolean {
  if (isDateField(field)) return parseQueryDate(field, text) !== undefined
  if (field === 'any' || field === 'title') return /[\p{L}\p{N}]/u.test(text) || hasEmoji(text)
  return text.trim() !== ''
}

/** Whether a condition is a wanted word or phrase. */
export function isPlainPart(part: QueryPart): boolean {
  return part.kind === 'chunk' && part.field === 'any' && !part.isExcluded
}

/** A condition in few words. */
export function toChipText(part: QueryPart, speech: Speech): string {
  if (part.kind === 'chunk' && part.field !== 'any') return toPartText(part, speech)
  const text = part.kind === 'chunk' ? part.text : toGroupText(part, speech)
  return part.isExcluded ? speech.words('search.not', { text }) : text
}

/** A condition as a sentence. */
export function toPartText(part: QueryPart, speech: Speech): string {
  const { isExcluded } = part
  if (part.kind === 'group') {
    const text = toGroupText(part, speech)
    return speech.words(isExcluded ? 'search.clause.notGroup' : 'search.clause.group', { text })
  }
  const { field, text } = part
  const not = isExcluded ? 'not' : 'is'
  if (isDateField(field)) {
    const days = speech.words(`search.clause.${not}.${field}`, { text: toDaysText(text, speech) })
    return speech.clock === undefined
      ? days
      : `${days} · ${toClockName(speech.clock, speech.words)}`
  }
  const name = toFieldName(field, speech)
  if (name !== undefined) {
    return speech.words(`search.clause.${not}.facet`, { name, text: toTypedValue(part, speech) })
  }
  return speech.words(`search.clause.${not}.${field === 'title' ? 'title' : 'any'}`, { text })
}

/** A value of a facet as lists call it. */
function toTypedValue({ field, text }: QueryChunk, speech: Speech): string {
  const value = text.trim()
  if (field === 'lang' || field === 'language') return toValueText('language', value, speech)
  if (field === 'length') return toValueText(field, value, speech)
  return field === 'missing' ? toValueText(field, value.toLowerCase(), speech) : text
}

/** Days as everywhere else in the reader, however they were typed. */
function toDaysText(text: string, { words, locale }: Speech): string {
  const days = parseQueryDate('date', text)
  return (days && toRangeText(days, words, locale)) ?? text.trim()
}

/** The name of a field whose value is one of a facet. */
function toFieldName(field: QueryChunk['field'], speech: Speech): string | undefined {
  if (field === 'site') return speech.words('search.site')
  const facet = field === 'lang' ? 'language' : facetNames.find((known) => known === field)
  return facet && speech.words(`facet.${facet}`)
}

/** Alternatives side by side. What is in brackets of its own stays as it is typed. */
function toGroupText({ alternatives }: QueryGroup, speech: Speech): string {
  const [first = '', ...others] = alternatives.map((parts) => {
    const [only] = parts
    if (only?.kind === 'chunk' && parts.length === 1) return toChipText(only, speech)
    return parts.length === 1 ? formatParts(parts) : `(${formatParts(parts)})`
  })
  return others.reduce((before, next) => speech.words('search.or', { before, next }), first)
}
