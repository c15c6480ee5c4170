import { useCallback, useEffect, useRef } from 'react'
import { useNavigate } from '#reader/router/use-router.ts'
import type { FilterChange, TimelineFilter } from '#core/selection/timeline-filter.ts'
import { forgetLostLanguage } from '#reader/data/filter/list-language.ts'
import { timelinePath } from '#reader/links/paths.ts'

/**
 * Returns a callback that shows the list of a changed filter. A change that follows before that list is shown builds on the
 * last one. It stays the same function: the rail is not rendered again for every letter of a search.
 * @param shown the filter of the list that is shown.
 */
export function useFilterChange(shown: TimelineFilter): (change: FilterChange) => Promise<void> {
  const navigate = useNavigate()
  const latest = useRef<{ shown: TimelineFilter; asked?: TimelineFilter | undefined }>({ shown })
  useEffect(() => {
    latest.current.shown = shown
  })
  return useCallback(
    async (change) => {
      const { current } = latest
      const before = current.asked ?? current.shown
      const next = change(before)
      current.asked = next
      forgetLostLanguage(before, next)
      // Not a transition: the loader has everything ready, and the rows should appear in the next frame.
      await Promise.resolve(navigate(timelinePath(next), { flushSync: true })).finally(() => {
        if (current.asked === next) current.asked = undefined
      })
    },
    [navigate],
  )
}
