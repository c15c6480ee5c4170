import { queryOptions } from '@tanstack/react-query'
import { parseElsewhere } from '#contract/elsewhere-file.ts'
import { dataPath } from '#contract/file-names.ts'
import type { PostId } from '#core/post/post-id.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { fetchJson } from '#reader/data/files/fetch-file.ts'

/** Originals of the posts that articles of this copy name and that it does not have, by id. */
export const elsewhereQuery = () =>
  queryOptions({
    queryKey: ['elsewhere'],
    queryFn: async ({ client, signal }): Promise<ReadonlyMap<PostId, string>> => {
      const hash = (await client.ensureQueryData(manifestQuery())).copy?.elsewhere
      if (hash === undefined) return new Map()
      const path = dataPath('elsewhere', hash)
      return new Map((await fetchJson(path, parseElsewhere, { hash, signal })).originals)
    },
  })
