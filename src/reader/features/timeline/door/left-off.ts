import type { TimelineDay } from '#core/selection/calendar.ts'
import type { SeenPosts } from '#reader/storage/last-visit.ts'

/**
 * How many posts are newer than those that this device has seen. Days are those of the list of all posts, oldest first.
 * Posts that were added to an older day meanwhile do not count: they are not newer.
 */
export function countFresh(days: readonly TimelineDay[], seen: SeenPosts | undefined): number {
  const end = days.at(-1)?.end ?? 0
  if (seen === undefined) return 0
  const next = days.find(({ day = '' }) => day >= seen.day)
  if (next === undefined) return 0
  const isSame = next.day === seen.day
  return end - Math.min(next.end, next.start + (isSame ? seen.posts : 0))
}

/** What a device has seen that sees all posts: the newest day, and how many posts it has; `undefined` without one. */
export function toSeen(days: readonly TimelineDay[]): SeenPosts | undefined {
  const last = days.at(-1)
  return last?.day === undefined ? undefined : { day: last.day, posts: last.end - last.start }
}

/** The days of other years with the month and date of `today`, each `YYYY-MM-DD`, the newest first. */
export function listSameDays(days: readonly TimelineDay[], today: string): string[] {
  const same = days.flatMap(({ day }) => (day?.slice(4) === today.slice(4) ? [day] : []))
  return same.filter((day) => day !== today).reverse()
}
