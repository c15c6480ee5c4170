import { queryOptions, type QueryClient } from '@tanstack/react-query'
import {
  countSelection,
  emptySelection,
  uniteSelections,
  type Selection,
} from '#core/selection/selection.ts'
import { guessListSize, type ListSize } from '#reader/data/filter/list-size.ts'
import { siteBase } from '#reader/links/paths.ts'
import { findKeptRecord } from '#reader/storage/kept/kept-files.ts'
import type { KeptListEntry, KeptRecord } from '#reader/storage/kept/kept-record.ts'
import { canKeep } from './kept-worker.ts'
import { findList } from './list-parts.ts'
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

/** About how large the rows of a shard are, bytes: of 6,003 real posts. */
const shardBytes = 12_750

/**
 * Tells before anything is kept, or fetched to be kept, how much a list will be; by its filter's address query.
 * @throws DataError when its selection or the lengths of its posts could not be loaded.
 */
export const planQuery = (query: string) =>
  queryOptions({
    queryKey: ['kept', 'plan', query],
    queryFn: async ({ client, signal }): Promise<KeepPlan> => {
      const [{ selection }, record, shared] = await Promise.all([
        findList(client, query, signal),
        client.fetchQuery(keptQuery()),
        client.ensureQueryData(sharedFilesQuery()),
      ])
      const known = record?.sizes ?? {}
      const missing = shared.files.filter(([path]) => known[path] === undefined)
      const kept = await findKeptSelection(client, record?.lists ?? [], signal)
      const [all, before] = await Promise.all([
        guessListSize(client, uniteSelections(kept, selection)),
        guessListSize(client, kept),
      ])
      const posts = countSelection(selection)
      const own = record?.lists.find((list) => list.query === query)?.kept ?? 0
      const bytes = toListBytes(all) - toListBytes(before)
      const share = posts === 0 ? 0 : Math.max(0, posts - own) / posts
      return { posts, bytes: missing.reduce((sum, [, size]) => sum + size, bytes * share) }
    },
    staleTime: 0,
  })

function toListBytes({ shards, packBytes }: ListSize): number {
  return shards * shardBytes + packBytes
}

/** Posts of the lists that are kept whole: what they share with another one is there already. */
async function findKeptSelection(
  client: QueryClient,
  lists: readonly KeptListEntry[],
  signal: AbortSignal,
): Promise<Selection> {
  let all = emptySelection
  for (const { query, posts, kept } of lists) {
    // A search would have to be made again.
    const hasAll = kept === posts && !new URLSearchParams(query).has('q')
    if (hasAll) all = uniteSelections(all, (await findList(client, query, signal)).selection)
  }
  return all
}
