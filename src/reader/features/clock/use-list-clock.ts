import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ListClock } from '#article/row/list-clock.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { sourceClock } from '#core/time/clock.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { sourceReaderQuery } from '#reader/data/clock/clock-query.ts'

/** The clock of the headings and rows of a list. */
export function useListClock({ clock }: TimelineFilter): ListClock {
  const { timeZone } = useSuspenseQuery(manifestQuery()).data
  const isSource = clock === sourceClock
  const { data: read } = useQuery({ ...sourceReaderQuery, enabled: isSource })
  return useMemo(() => {
    if (!isSource) return { timeZone: clock ?? timeZone }
    return { timeZone, readSource: (row) => read?.(row.sourceTimestamp, row) }
  }, [clock, isSource, read, timeZone])
}
