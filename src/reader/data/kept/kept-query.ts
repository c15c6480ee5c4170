import { queryOptions } from '@tanstack/react-query'
import { siteBase } from '#reader/links/paths.ts'
import { findKeptRecord } from '#reader/storage/kept/kept-files.ts'
import { sumKeptBytes, type KeptRecord } from '#reader/storage/kept/kept-record.ts'
import { canKeep } from './kept-worker.ts'
import { findListParts } from './list-parts.ts'
import { sharedFilesQuery } from './shared-files.ts'

/** What is kept of this site; null where nothing is. */
export const keptQuery = () =>
  queryOptions({
    queryKey: ['kept', 'record'],
    queryFn: async (): Promise<KeptRecord | null> =>
      canKeep() ? ((await findKeptRecord(siteBase)) ?? null) : null,
    // Another window may have changed it.
    staleTime: 0,
    retry: false,
  })

/** What keeping a list would take. */
export interface KeepPlan {
  posts: number
  /** About how much room it takes on the device, bytes: what is kept already is left out. */
  bytes: number
}

/** About how large the rows of a shard are, bytes. */
const shardBytes = 11_000

/** Tells before anything is kept how much a list will be, from its shards; by its filter's address query. */
export const planQuery = (query: string) =>
  queryOptions({
    queryKey: ['kept', 'plan', query],
    queryFn: async ({ client, signal }): Promise<KeepPlan> => {
      const [parts, record, shared] = await Promise.all([
        findListParts(client, query, signal),
        client.fetchQuery(keptQuery()),
        client.ensureQueryData(sharedFilesQuery()),
      ])
      const known = record?.sizes ?? {}
      const guesses: Record<string, number> = Object.fromEntries(shared.files)
      let posts = 0
      for (const part of parts) {
        posts += part.posts
        for (const { path } of part.files) {
          guesses[path] = path.startsWith('data/timeline/') ? shardBytes : part.packBytes
        }
      }
      const missing = Object.keys(guesses).filter((path) => known[path] === undefined)
      return { posts, bytes: sumKeptBytes({ sizes: guesses }, missing) }
    },
    staleTime: 0,
  })
