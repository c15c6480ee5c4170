import type { Calendar } from '#core/selection/calendar.ts'
import { toFirstDay } from '#core/time/known-day.ts'

/** Number of posts in each month, from the first month with a post to the last, empty months included. A year alone counts in its first. */
export function countMonths({ days }: Calendar): number[] {
  const counts: number[] = []
  let earliest: number | undefined
  for (const { day, start, end } of days) {
    if (day === undefined) continue
    const first = toFirstDay(day)
    const month = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1
    earliest ??= month
    while (counts.length <= month - earliest) counts.push(0)
    counts[month - earliest] = (counts[month - earliest] ?? 0) + end - start
  }
  return counts
}
