import type { PostTimes, SourceDays } from '#core/selection/clock-calendar.ts'
import { toDayNumber } from '#core/time/day.ts'
import { toSortInstant, toZoneDay, type RowDates } from '#builder/archive/order/zone-time.ts'

/** What clocks need to know of a post. */
interface TimedPost {
  cached: {
    publishedMs?: number | undefined
    sourceDay?: number | undefined
    row: RowDates
  }
}

/** When consecutive posts were published, in milliseconds; `start` is the first ordinal. */
export function toPostTimes(
  posts: readonly TimedPost[],
  start: number,
  timeZone: string,
): PostTimes {
  const times = new Float64Array(posts.length)
  const dayOnly: number[] = []
  // Backwards: posts without a date come first and get the time after theirs.
  let next = 0
  for (let at = posts.length - 1; at >= 0; at--) {
    const cached = posts[at]?.cached
    const ms = cached && (cached.publishedMs ?? toSortInstant(cached.row, timeZone))
    if (ms !== undefined && Number.isFinite(ms)) next = ms
    times[at] = next
    if (cached?.row.publishedOn !== undefined) dayOnly.push(start + at)
  }
  return { start, times, dayOnly: Uint32Array.from(dayOnly.toReversed()) }
}

/** The posts whose source shows another day than the archive's zone; `start` is the first ordinal. */
export function toSourceDays(
  posts: readonly TimedPost[],
  start: number,
  timeZone: string,
): SourceDays {
  const ordinals: number[] = []
  const shifts: number[] = []
  for (const [at, { cached }] of posts.entries()) {
    if (cached.sourceDay === undefined) continue
    const day = toZoneDay(cached.row, timeZone)
    const shift = day === undefined ? 0 : cached.sourceDay - toDayNumber(day)
    if (shift === 0) continue
    ordinals.push(start + at)
    shifts.push(shift)
  }
  return { ordinals: Uint32Array.from(ordinals), shifts: Int32Array.from(shifts) }
}
