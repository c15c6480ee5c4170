import { queryOptions } from '@tanstack/react-query'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { selectionQuery, toFilterKey } from '#reader/data/filter/filter-query.ts'
import { guessListSize } from '#reader/data/filter/list-size.ts'

/** Bytes of a file without posts: the reader and what every archive has. */
const programBytes = 470_000
/** Bytes that a post takes in a file whatever its length, and what a minute of reading adds: of 6,003 real posts. */
const postBytes = 2_650
const minuteBytes = 560

/** About how many bytes a list takes along, without pictures: told by how long its posts are to read. */
export const sizeQuery = (filter: TimelineFilter) =>
  queryOptions({
    queryKey: ['lifeboat size', toFilterKey(filter)],
    queryFn: async ({ client }): Promise<number> => {
      const selection = await client.fetchQuery(selectionQuery(filter))
      const { posts, minutes } = await guessListSize(client, selection)
      return programBytes + posts * postBytes + minutes * minuteBytes
    },
  })
