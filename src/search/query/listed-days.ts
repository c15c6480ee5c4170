import { isDateField } from './query-chunk.ts'
import { parseQueryDate, type DayBounds } from './query-date.ts'
import { longestQuery, listChunks, splitQuery } from './split-query.ts'

/** The days that a query names, each once: whoever has a calendar finds their posts before the query is searched for. */
export function listDays(query: string): DayBounds[] {
  const days = listChunks(splitQuery(query.slice(0, longestQuery)).parts).flatMap(
    ({ field, text }) => (isDateField(field) ? (parseQueryDate(field, text) ?? []) : []),
  )
  return [...new Map(days.map((own) => [toDaysKey(own), own])).values()]
}

/** A key that equal days share. */
export function toDaysKey({ from = '', to = '' }: DayBounds): string {
  return `${from}..${to}`
}
