import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { toTimelineDays } from '#core/selection/calendar.ts'
import { ordinalAt } from '#core/selection/selection.ts'
import { toSearchParams, type TimelineFilter } from '#core/selection/timeline-filter.ts'
import { calendarQuery } from '#reader/data/archive/site-queries.ts'
import { selectionQuery } from '#reader/data/filter/filter-query.ts'
import { lastVisit, toNextVisit, type LastVisit } from '#reader/storage/last-visit.ts'
import { useSetting } from '#reader/ui/use-settings.ts'
import { countFresh, listSameDays, toSeen } from './left-off.ts'

/** Days of other years that the front door names. */
const mostSameDays = 4

/** What this visit has to do with the posts. */
export interface Visit {
  /** What to remember of it; absent in an archive without dates, and where no visit is to be remembered. */
  next: LastVisit | undefined
  /** Posts that are new since the last visit of this device. */
  fresh: number
  /** Ordinal of the newest post that is not; absent when none is new. */
  leftOff: number | undefined
  /** Days of other years with this month and date, `YYYY-MM-DD`, the newest first. */
  sameDays: readonly string[]
}

/** This visit, on the list of all posts; `undefined` on any other list. */
export function useVisit(filter: TimelineFilter): Visit | undefined {
  const { data: calendar } = useSuspenseQuery(calendarQuery())
  const { data: selection } = useSuspenseQuery(selectionQuery(filter))
  const [{ at, last, today }] = useState(readDevice)
  const hasTraces = useSetting('traces') === 'keep'
  const isKept = useSetting('lastVisit') === 'remember' && hasTraces
  if (toSearchParams(filter).toString() !== '') return undefined
  const days = toTimelineDays(calendar, selection)
  const now = toSeen(days)
  // Forgotten while the page is open, it is not told any longer.
  const known = lastVisit.read() && last
  const next = isKept ? now && toNextVisit(known, { at, now }) : undefined
  const fresh = countFresh(days, next?.before)
  const end = days.at(-1)?.end ?? 0
  return {
    next,
    fresh,
    leftOff: fresh === 0 ? undefined : ordinalAt(selection, end - fresh - 1),
    sameDays: listSameDays(days, today).slice(0, mostSameDays),
  }
}

function readDevice() {
  const now = new Date()
  // The day of this device's own clock.
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000)
  return { at: now.getTime(), last: lastVisit.read(), today: local.toISOString().slice(0, 10) }
}
