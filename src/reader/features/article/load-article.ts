import type { QueryClient } from '@tanstack/react-query'
import type { LoadArgs } from '#reader/router/router.ts'
import type { Manifest } from '#contract/manifest.ts'
import type { Calendar, CalendarDay } from '#core/selection/calendar.ts'
import { isWholeDay } from '#core/time/known-day.ts'
import { parsePostId } from '#core/post/post-id.ts'
import { articleQuery, type Article } from '#reader/data/archive/article-query.ts'
import { keepCarriedArticle } from '#reader/data/archive/carried-article.ts'
import { calendarQuery, manifestQuery } from '#reader/data/archive/site-queries.ts'

/** What an article's address leads to. */
export type LoadedArticle =
  | { kind: 'found'; article: Article; manifest: Manifest }
  | {
      kind: 'missing'
      /** The day the address names, or the nearest one with posts; absent when it names none. */
      day?: NearDay
    }

/** A day to offer instead of an article that does not exist. */
export interface NearDay {
  /** `YYYY-MM-DD` in the archive's time zone. */
  day: string
  /** Whether it is the day the address names. */
  exact: boolean
}

/**
 * Loader of the article route: finds the post and fetches its body, unless the open page carried both.
 * @throws DataError when a file it needs could not be fetched.
 */
export function loadArticle(client: QueryClient) {
  // The reader renders nothing before its first route is loaded, so the document is still as the server sent it.
  keepCarriedArticle(client, document)
  return async ({ params }: LoadArgs): Promise<LoadedArticle> => {
    const address = params['id'] ?? ''
    const id = parsePostId(address)
    const [article, manifest] = await Promise.all([
      id && client.ensureQueryData(articleQuery(id)),
      client.ensureQueryData(manifestQuery()),
    ])
    if (!article) {
      const day = findNearDay(await client.ensureQueryData(calendarQuery()), address)
      return { kind: 'missing', ...(day ? { day } : {}) }
    }
    return { kind: 'found', article, manifest }
  }
}

/** The day an address begins with or, if it has no posts, the nearest day that has; of two equally near, the earlier. */
export function findNearDay({ days }: Calendar, address: string): NearDay | undefined {
  const named = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(address)?.[0]
  const time = toTime(named)
  if (named === undefined || time === undefined) return undefined
  let nearest: { day: string; distance: number } | undefined
  for (const { day } of days) {
    // Of a month or year alone no day is known.
    if (day === undefined || !isWholeDay(day)) continue
    const distance = Math.abs((toTime(day) ?? Infinity) - time)
    if (nearest && distance >= nearest.distance) continue
    nearest = { day, distance }
  }
  return nearest && { day: nearest.day, exact: nearest.distance === 0 }
}

function toTime(day: CalendarDay['day']): number | undefined {
  const time = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(time) ? undefined : time
}
