import type { ClockPlace, ClockSpan } from '#contract/clocks/clock-place.ts'
import { listClockSpans } from '#contract/clocks/clock-spans.ts'
import { toSourceDaysBytes } from '#contract/clocks/source-days-file.ts'
import { toTimesBytes } from '#contract/clocks/times-file.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import type { SiteWriter } from '#builder/site/write/site-writer.ts'
import { toPostTimes, toSourceDays } from '#builder/site/shape/clocks.ts'

/** Writes the times of all posts and the days of their sources; `undefined` for an archive without instants. */
export async function writeClocks(
  posts: readonly OrderedPost[],
  { timeZone, writer }: { timeZone: string; writer: SiteWriter },
): Promise<ClockPlace | undefined> {
  if (posts.every(({ cached }) => cached.publishedMs === undefined)) return undefined
  const place: ClockPlace = { times: [], sourceDays: [] }
  for (const span of listClockSpans(posts.length)) {
    const times = toTimesBytes(toPostTimes(cut(posts, span), span.start, timeZone))
    place.times.push(await writer.writeBytes('clocks', times))
    const days = toSourceDays(cut(posts, span), span.start, timeZone)
    if (days.ordinals.length === 0) continue
    const bytes = toSourceDaysBytes(days, span.start)
    place.sourceDays.push({ start: span.start, file: await writer.writeBytes('clocks', bytes) })
  }
  return place
}

function cut(posts: readonly OrderedPost[], { start, end }: ClockSpan): readonly OrderedPost[] {
  return posts.slice(start, end)
}
