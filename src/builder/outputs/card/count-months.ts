import type { Calendar } from '#core/selection/calendar.ts'

/** Number of posts in each month, from the first month with a post to the last, empty months included. */
export function countMonths({ days }: Calendar): number[] {
  const counts: number[] = []
  let first: number | undefined
  for (const { day, start, end } of days) {
    if (day === undefined) continue
    const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
    first ??= month
    while (counts.length <= month - first) counts.push(0)
    counts[month - first] = (counts[month - first] ?? 0) + end - start
  }
  return counts
}
