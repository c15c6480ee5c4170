import { queryOptions } from '@tanstack/react-query'
import { countValues } from '#core/column/count-values.ts'
import { countSelection } from '#core/selection/selection.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { columnQuery } from '#reader/data/filter/column-query.ts'
import { selectionQuery, toFilterKey } from '#reader/data/filter/filter-query.ts'
import { workBudget } from '#reader/data/scheduling/work-budget.ts'

/** Bytes of a file without posts: the reader and what every archive has. */
const programBytes = 470_000
/**
 * Bytes that a post takes in a file, what an article takes more whatever its length, and what a minute of reading adds: of
 * 6,003 real posts.
 */
const postBytes = 1_150
const articleBytes = 1_500
const minuteBytes = 560
/** Minutes that stand for those of a band, see `length-band.ts`. */
const bandMinutes: Readonly<Record<string, number>> = {
  '0': 0,
  '1': 1,
  '2-4': 3,
  '5-9': 6.5,
  '10-19': 13,
  '20+': 32,
}

/** About how many bytes a list takes along, without pictures: told by how long its posts are to read. */
export const sizeQuery = (filter: TimelineFilter) =>
  queryOptions({
    queryKey: ['lifeboat size', toFilterKey(filter)],
    queryFn: async ({ client }): Promise<number> => {
      const [selection, parts] = await Promise.all([
        client.fetchQuery(selectionQuery(filter)),
        client.ensureQueryData(columnQuery('length')),
      ])
      let bytes = programBytes + countSelection(selection) * postBytes
      for (const part of parts) {
        const counts = await workBudget.run(countValues(part, selection))
        for (const [at, count] of counts.entries()) {
          const minutes = bandMinutes[part.values[at] ?? ''] ?? 0
          bytes += count * (articleBytes + minutes * minuteBytes)
        }
      }
      return bytes
    },
  })
