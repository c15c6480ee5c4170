import type { Opening } from '#contract/opening-file.ts'
import type { Calendar } from '#core/selection/calendar.ts'
import { listSelection, rankOf, toOrdinals, type Selection } from '#core/selection/selection.ts'

/** The days of the copied posts, by their places in the copy; `calendar` is the archive's own. */
export function copyCalendar({ timeZone, days }: Calendar, ordinals: Uint32Array): Calendar {
  const copied = listSelection(ordinals)
  const kept: Calendar['days'] = []
  for (const { day, start: from, end: to } of days) {
    const [start, end] = [rankOf(copied, from), rankOf(copied, to)]
    if (end > start) kept.push({ ...(day === undefined ? {} : { day }), start, end })
  }
  return { timeZone, days: kept }
}

/** The older versions among the copied posts, by their places in the copy. */
export function copySuperseded({ superseded }: Opening, ordinals: Uint32Array): Selection {
  const copied = listSelection(ordinals)
  const places: number[] = []
  for (const ordinal of toOrdinals(superseded)) {
    const place = rankOf(copied, ordinal)
    if (ordinals[place] === ordinal) places.push(place)
  }
  return listSelection(Uint32Array.from(places))
}
