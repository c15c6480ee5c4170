import type { StatisticsFile } from '#contract/statistics-file.ts'
import { countArchive, type CountedPost } from '#shape/count-archive.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import { listGaps } from '#builder/site/shape/post-gaps.ts'
import { buildCalendar } from '#builder/site/shape/calendar.ts'

/** Counts an archive; `posts` are in ordinal order. */
export function countStatistics(
  posts: readonly OrderedPost[],
  timeZone: string,
  facets: Parameters<typeof countArchive>[2],
): StatisticsFile {
  return countArchive(toCounted(posts), buildCalendar(posts, timeZone), facets)
}

function* toCounted(posts: readonly OrderedPost[]): Generator<CountedPost> {
  for (const { cached, supersededBy } of posts) {
    const isSuperseded = supersededBy !== undefined
    yield { row: cached.row, isSuperseded, gaps: isSuperseded ? [] : listGaps(cached) }
  }
}
