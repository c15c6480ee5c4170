import { toOffsetMs } from './zone-offset.ts'

/** An instant at which the clocks of a zone come to another day. */
export interface DayChange {
  /** Milliseconds since 1970. */
  ms: number
  /** The new day, in days since 1970. One before the last where clocks went back over midnight. */
  day: number
}

export const dayMs = 86_400_000

/**
 * Distance of looks at the offset, in milliseconds. Since 1969 no zone has changed its offset twice within less than a
 * week (Boa Vista, October 2000).
 */
const lookMs = 5 * dayMs

/** Before this instant each zone has the mean time of its place: the first change is that of Manila, 1844. */
const firstChangeMs = Date.UTC(1840, 0, 1)

/**
 * Lists when a zone (IANA name) comes to another day, from the day in force at `from` until `to`, in order of time. Days
 * have 23, 24 or 25 hours, and a zone that crosses the date line has one less or one twice.
 */
export function listDayChanges(timeZone: string, from: number, to: number): DayChange[] {
  const changes: DayChange[] = []
  const add = (ms: number, offset: number): void => {
    const day = Math.floor((ms + offset) / dayMs)
    if (changes.at(-1)?.day !== day) changes.push({ ms, day })
  }
  for (const { start, end, offset } of listOffsets(timeZone, from, to)) {
    add(start, offset)
    const second = (Math.floor((start + offset) / dayMs) + 1) * dayMs - offset
    for (let ms = second; ms < end; ms += dayMs) add(ms, offset)
  }
  return changes
}

interface OffsetSpan {
  start: number
  end: number
  offset: number
}

function listOffsets(timeZone: string, from: number, to: number): OffsetSpan[] {
  let last: OffsetSpan = { start: from, end: to, offset: toOffsetMs(from, timeZone) }
  const spans = [last]
  if (timeZone === 'UTC') return spans
  for (let seen = from; seen < to;) {
    const next = Math.min(Math.max(seen + lookMs, firstChangeMs), to)
    const offset = toOffsetMs(next, timeZone)
    if (offset !== last.offset) {
      const start = findChange(timeZone, { seen, next, offset: last.offset })
      last.end = start
      last = { start, end: to, offset: toOffsetMs(start, timeZone) }
      spans.push(last)
      seen = start
    } else seen = next
  }
  return spans
}

/** The first whole second at which the offset is no longer the one at `seen`. */
function findChange(
  timeZone: string,
  { seen, next, offset }: { seen: number; next: number; offset: number },
): number {
  let before = Math.floor(seen / 1000)
  let after = Math.ceil(next / 1000)
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (toOffsetMs(middle * 1000, timeZone) === offset) before = middle
    else after = middle
  }
  return after * 1000
}
