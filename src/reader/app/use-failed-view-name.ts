import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { matchPath, useLocation } from 'react-router-dom'
import { toDayText } from '#article/date-words.ts'
import type { TimelineShard } from '#contract/timeline-shard.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import { parsePostId, toUtcDay, type PostId } from '#core/post/post-id.ts'
import { parseTimelineFilter } from '#core/selection/timeline-filter.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { aboutPath, calendarRoute, homePath, postPattern } from '#reader/links/paths.ts'
import { useViewName } from '#reader/ui/use-view-name.ts'

/**
 * What the view of this address would have shown, from what is here already; `undefined` for the whole archive. Its own
 * code, words and data may be what failed.
 */
export function useFailedViewName(): string | undefined {
  const { t } = useTranslation()
  const locale = useLocale()
  const client = useQueryClient()
  const { pathname, search } = useLocation()
  const list = useViewName(parseTimelineFilter(new URLSearchParams(search)))
  if (pathname === homePath) return list
  const path = pathname.replace(/\/$/, '')
  if (path === calendarRoute)
    return list === undefined ? t('calendar.name') : `${t('calendar.name')} · ${list}`
  if (path === aboutPath) return t('about.name')
  const id = parsePostId(matchPath(postPattern, pathname)?.params['id'] ?? '')
  if (id === undefined) return t('failure.page', { path: pathname })
  const day = toUtcDay(id)
  return (
    findKnownTitle(client, id) ??
    (day === undefined
      ? t('failure.post')
      : t('failure.postOfDay', { day: toDayText(day, locale) }))
  )
}

/** The title of a post whose row some list has shown. */
function findKnownTitle(client: QueryClient, id: PostId): string | undefined {
  for (const [, shard] of client.getQueriesData<TimelineShard>({ queryKey: ['shard'] })) {
    const row = shard?.rows.find((summary) => summary.id === id)
    if (row !== undefined) return toDisplayTitle(row)
  }
  return undefined
}
