import { toClockSpan, type ClockSpan } from '#contract/clocks/clock-place.ts'
import { toDateRange, type Calendar } from '#core/selection/calendar.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { toDayOfNumber, toDayNumber } from '#core/time/day.ts'

/** Days outside which a filter shows no posts; an absent bound is open. */
export interface ClockBounds {
  from?: string | undefined
  to?: string | undefined
}

/** The days that a filter's range and years leave. */
export function toDayBounds({ from, to, choices }: TimelineFilter): ClockBounds {
  const included = choices.get('year')?.include ?? []
  const years = included.filter((year) => /^\d{4}$/.test(year)).sort()
  const [first] = years
  const last = years.at(-1)
  return {
    from: latest(from, first && `${first}-01-01`),
    to: earliest(to, last && `${last}-12-31`),
  }
}

function latest(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a
}

function earliest(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a
}

/** No two clocks are further apart than this: 14 hours ahead of UTC, and 12 behind. */
const clockDays = 2

/** The parts of the times that the days of a filter may lie in, on any zone's clock. */
export function listBoundParts(
  archive: Calendar,
  { from, to }: ClockBounds,
  parts: number,
): ClockSpan[] {
  const rows = archive.days.at(-1)?.end ?? 0
  const wide = { from: shiftDay(from, -clockDays), to: shiftDay(to, clockDays) }
  const { start, end } = toDateRange(archive, wide)
  const spans: ClockSpan[] = []
  let next = 0
  for (let part = 0; part < parts; part++) {
    const span = toClockSpan(next, rows)
    if (span.start < end && span.end > start) spans.push(span)
    next = span.end
  }
  return spans
}

function shiftDay(day: string | undefined, days: number): string | undefined {
  return day === undefined ? undefined : toDayOfNumber(toDayNumber(day) + days)
}
