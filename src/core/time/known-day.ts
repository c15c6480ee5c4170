import type { TimeFlag } from '../post/post.ts'

/** A day of publication as it is read from the wire. */
export interface DayFacts {
  publishedOn?: string | undefined
  timeFlags?: readonly TimeFlag[] | undefined
}

/**
 * As much of a day as is known: `1984`, `1984-03` or `1984-03-09`; `undefined` without one. A year or a month alone is
 * stored as its first day, so that it has a place in the order.
 */
export function toKnownDay({ publishedOn, timeFlags = [] }: DayFacts): string | undefined {
  if (timeFlags.includes('yearOnly')) return publishedOn?.slice(0, 4)
  if (timeFlags.includes('monthOnly')) return publishedOn?.slice(0, 7)
  return publishedOn
}

/** The first day of a day, month or year that `toKnownDay` gave: under it, in this order, stand year, month and day. */
export function toFirstDay(known: string): string {
  return known.length === 10 ? known : `${known}-01-01`.slice(0, 10)
}

/** Whether a whole day is known, not only its month or year. */
export function isWholeDay(known: string): boolean {
  return known.length === 10
}
