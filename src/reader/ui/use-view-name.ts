import { toViewName } from '#article/view/view-name.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { useTranslation } from '#reader/language/use-translation.ts'

/** The name of what a filter shows, in the interface language; `undefined` for the open timeline. Needs no data. */
export function useViewName(filter: TimelineFilter): string | undefined {
  const { t } = useTranslation()
  return toViewName(filter, t, useLocale())
}
