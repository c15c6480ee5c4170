import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { parseTimelineFilter, type TimelineFilter } from '#core/selection/timeline-filter.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { useSetting } from '#reader/ui/use-settings.ts'
import { withReaderClock } from '#reader/data/clock/reader-clock.ts'

/** The filter of an address, on the clock it is shown on. */
export function useShownFilter(params: URLSearchParams): TimelineFilter {
  const { timeZone } = useSuspenseQuery(manifestQuery()).data
  const setting = useSetting('clock')
  return useMemo(
    () => withReaderClock(parseTimelineFilter(params), { setting, timeZone }),
    [params, setting, timeZone],
  )
}
