import type { QueryClient } from '@tanstack/react-query'
import { dataPath, type FileHash } from '#contract/file-names.ts'
import { toShardNumber, type TimelineShard } from '#contract/timeline-shard.ts'
import { findPostsById } from '#reader/data/archive/find-posts.ts'
import { toPackHash } from '#reader/data/archive/body-query.ts'
import { findShardHash, shardQuery } from '#reader/data/archive/shard-query.ts'
import { manifestQuery, openingQuery } from '#reader/data/archive/site-queries.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { selectionQuery } from '#reader/data/filter/filter-query.ts'
import { foundKey } from '#reader/data/search/found-key.ts'
import type { FoundPosts } from '#reader/data/search/found-posts.ts'
import { eachAtOnce } from '#reader/data/scheduling/each-at-once.ts'
import { toOrdinals, type Selection } from '#core/selection/selection.ts'
import { parseTimelineFilter, type TimelineFilter } from '#core/selection/timeline-filter.ts'
import type { PostId } from '#core/post/post-id.ts'

/** Files that are of use only together: a pack of articles, and the shard with their rows. */
export interface ListPart {
  /** How many posts of the list they show. */
  posts: number
  files: readonly DataFile[]
}

/** A data file, proven by its hash. */
export interface DataFile {
  path: string
  hash: FileHash
}

const shardsAtOnce = 6

/**
 * A list by its filter's address query.
 * @throws DataError when a file could not be loaded; the signal's reason when it fires.
 */
export async function findList(
  client: QueryClient,
  query: string,
  signal: AbortSignal,
): Promise<{ filter: TimelineFilter; selection: Selection }> {
  const filter = parseTimelineFilter(new URLSearchParams(query))
  if (filter.query !== undefined) await findWhole(client, filter, signal)
  return { filter, selection: await client.fetchQuery(selectionQuery(filter)) }
}

/** The parts of a list, in its order. Reads its shards, which are kept anyway. Throws as `findList` does. */
export async function findListParts(
  client: QueryClient,
  query: string,
  signal: AbortSignal,
): Promise<ListPart[]> {
  const { filter, selection } = await findList(client, query, signal)
  const ordinals = toOrdinals(selection)
  return findParts(client, filter.sort === 'oldest' ? ordinals : ordinals.slice().reverse(), signal)
}

/** Waits for all hits of a search, and does not disturb the one that the page shows. */
async function findWhole(
  client: QueryClient,
  filter: TimelineFilter,
  signal: AbortSignal,
): Promise<void> {
  const read = () => client.getQueryData<FoundPosts>(foundKey(filter))
  const [{ countPosts }, { shownSearch }] = await Promise.all([
    import('#reader/data/filter/count-posts.ts'),
    import('#reader/data/search/search.ts'),
  ])
  // What was found without a network is not all, and the host may answer by now.
  const known = read()
  if (known?.lookedThrough !== undefined) shownSearch.forget(client, filter)
  if (known === undefined || known.lookedThrough !== undefined) {
    await countPosts(client, filter, signal)
  } else await shownSearch.whenWhole(filter)
  signal.throwIfAborted()
  const found = read()
  if (found?.isComplete === true && found.lookedThrough === undefined) return
  throw found?.failure ?? new DataError('offline', 'search', {})
}

/** The same for an article; none when the archive does not have it. */
export async function findPostParts(
  client: QueryClient,
  id: PostId,
  signal: AbortSignal,
): Promise<ListPart[]> {
  const { posts } = await findPostsById(client, [id], signal)
  return findParts(
    client,
    [...posts.values()].map(({ ordinal }) => ordinal),
    signal,
  )
}

async function findParts(
  client: QueryClient,
  ordinals: Iterable<number>,
  signal: AbortSignal,
): Promise<ListPart[]> {
  const { timeline } = await client.ensureQueryData(manifestQuery())
  const { newest } = await client.ensureQueryData(openingQuery())
  const numbers = new Map<number, number[]>()
  for (const ordinal of ordinals) {
    const number = toShardNumber(ordinal, timeline.rowsPerShard)
    const own = numbers.get(number)
    if (own === undefined) numbers.set(number, [ordinal])
    else own.push(ordinal)
  }
  const found = new Map<number, ListPart[]>()
  await eachAtOnce(numbers, shardsAtOnce, async ([number, own]) => {
    signal.throwIfAborted()
    const shard = await client.ensureQueryData(shardQuery(number))
    // The newest ones are part of the opening.
    const isOpened = newest.some(({ firstOrdinal }) => firstOrdinal === shard.firstOrdinal)
    const hash = isOpened ? undefined : await findShardHash(client, number)
    found.set(number, toParts(shard, own, hash))
  })
  return [...numbers.keys()].flatMap((number) => found.get(number) ?? [])
}

function toParts(
  shard: TimelineShard,
  ordinals: readonly number[],
  shardHash: FileHash | undefined,
): ListPart[] {
  const rows =
    shardHash === undefined ? [] : [{ path: dataPath('timeline', shardHash), hash: shardHash }]
  const counts = new Map<FileHash, number>()
  for (const ordinal of ordinals) {
    const pack = toPackHash(shard, ordinal)
    if (pack !== undefined) counts.set(pack, (counts.get(pack) ?? 0) + 1)
  }
  return [...counts].map(([hash, posts]) => ({
    posts,
    files: [...rows, { path: dataPath('bodies', hash), hash }],
  }))
}
