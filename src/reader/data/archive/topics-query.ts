import { queryOptions } from '@tanstack/react-query'
import { dataPath } from '#contract/file-names.ts'
import { parseTopics, type TopicsFile } from '#contract/topics-file.ts'
import { fetchJson } from '#reader/data/files/fetch-file.ts'
import { manifestQuery } from './site-queries.ts'

const none: TopicsFile = { months: [] }

/** The terms that rise in each month; no months in a site without them. */
export const topicsQuery = () =>
  queryOptions({
    queryKey: ['topics'],
    queryFn: async ({ client, signal }) => {
      const { topics: hash } = await client.ensureQueryData(manifestQuery())
      if (hash === undefined) return none
      return fetchJson(dataPath('topics', hash), parseTopics, { hash, signal })
    },
    staleTime: Infinity,
    gcTime: Infinity,
  })
