import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { parseTimelineFilter, type TimelineFilter } from '#core/selection/timeline-filter.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'
import { withReaderClock } from '#reader/data/clock/reader-clock.ts'

/** The filter of an address, on the clock it is shown on. */
export function useShownFilter(params: URLSearchParams): TimelineFilter {
  const { timeZone } = useSuspenseQuery(manifestQuery()).data
  const { clock: setting } = useSyncExternalStore(settingsStore.subscribe, settingsStore.read)
  return useMemo(
    () => withReaderClock(parseTimelineFilter(params), { setting, timeZone }),
    [params, setting, timeZone],
  )
}
