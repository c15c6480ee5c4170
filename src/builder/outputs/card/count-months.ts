import type { Calendar } from '#core/calendar.ts'

/** How many posts each month of the archive holds, from the first that holds one to the last, months without any included. */
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
