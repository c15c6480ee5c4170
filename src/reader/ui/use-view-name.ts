import { useSyncExternalStore } from 'react'
import { toViewName } from '#article/view/view-name.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { toDeskWords } from '#reader/language/desk-words.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { shownDesk } from '#reader/storage/desk/shown-desk.ts'

/** The name of what a filter shows, in the interface language; `undefined` for the open timeline. Needs no data. */
export function useViewName(filter: TimelineFilter): string | undefined {
  const { t } = useTranslation()
  const locale = useLocale()
  return useSyncExternalStore(shownDesk.subscribe, () => toViewName(filter, toDeskWords(t), locale))
}
