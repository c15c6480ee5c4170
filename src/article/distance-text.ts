import { isWholeDay, toFirstDay } from '#core/time/known-day.ts'
import { toDayStartMs } from '#core/time/day.ts'
import { toNumberText } from './number-text.ts'
import type { Words } from './words.ts'

const dayMs = 86_400_000
const daysOfMonth = 30.4
const daysOfYear = 365.25

/**
 * How much later or earlier one day is than another, in the unit that suits; either may be a month or a year alone (see
 * `toKnownDay`), then in whole ones of these. `undefined` where one is unknown, or both lie in the same month or year.
 */
export function toDistanceText(
  { from, to }: { from: string | undefined; to: string | undefined },
  words: Words,
): string | undefined {
  if (from === undefined || to === undefined) return undefined
  const known = Math.min(from.length, to.length)
  const days = Math.round((startOf(to, known) - startOf(from, known)) / dayMs)
  const areWhole = isWholeDay(from) && isWholeDay(to)
  if (days === 0) return areWhole ? words('article.related.sameDay') : undefined
  const span = toSpan(Math.abs(days), areWhole ? 0 : known, words)
  return words(`article.related.${days > 0 ? 'later' : 'earlier'}`, { span })
}

function startOf(day: string, letters: number): number {
  return toDayStartMs(toFirstDay(day.slice(0, letters)))
}

function toSpan(days: number, letters: number, words: Words): string {
  const [unit, count] =
    letters === 0 && days < 60
      ? ['days', days]
      : letters !== 4 && days < 2 * daysOfYear
        ? ['months', Math.round(days / daysOfMonth)]
        : ['years', Math.round(days / daysOfYear)]
  return words(`article.related.${unit}`, { count, number: toNumberText(count) })
}
