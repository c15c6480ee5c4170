import { toDayStartMs } from '#core/time/day.ts'
import { toNumberText } from './number-text.ts'
import type { Words } from './words.ts'

const dayMs = 86_400_000
const daysOfMonth = 30.4
const daysOfYear = 365.25

/** How much later or earlier one day is than another, in the unit that suits; `undefined` where one is unknown. */
export function toDistanceText(
  { from, to }: { from: string | undefined; to: string | undefined },
  words: Words,
): string | undefined {
  if (from === undefined || to === undefined) return undefined
  const days = Math.round((toDayStartMs(to) - toDayStartMs(from)) / dayMs)
  if (days === 0) return words('article.related.sameDay')
  const span = toSpan(Math.abs(days), words)
  return words(`article.related.${days > 0 ? 'later' : 'earlier'}`, { span })
}

function toSpan(days: number, words: Words): string {
  const [unit, count] =
    days < 60
      ? ['days', days]
      : days < 2 * daysOfYear
        ? ['months', Math.round(days / daysOfMonth)]
        : ['years', Math.round(days / daysOfYear)]
  return words(`article.related.${unit}`, { count, number: toNumberText(count) })
}
