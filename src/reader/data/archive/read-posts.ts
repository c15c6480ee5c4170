import type { QueryClient } from '@tanstack/react-query'
import type { ArticleBody } from '#contract/body-pack.ts'
import { dataPath, type FileHash } from '#contract/file-names.ts'
import { postsPerOriginalsFile, toOriginalsNumber } from '#contract/originals-file.ts'
import { toShardNumber, type PostSummary, type TimelineShard } from '#contract/timeline-shard.ts'
import { isOneFile } from '#reader/links/place.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { ConcurrencyLimit } from '#reader/data/scheduling/concurrency-limit.ts'
import type { Article } from './article-query.ts'
import { toPackHash } from './body-query.ts'
import { bodyAt, fetchPack, type FetchedPack } from './fetch-pack.ts'
import { originalsQuery } from './originals-query.ts'
import { shardQuery, toRow } from './shard-query.ts'
import { manifestQuery } from './site-queries.ts'

/** Row of a post, and what a reference to it needs of its body. */
export interface ListedPost {
  summary: PostSummary
  own: Pick<ArticleBody, 'title' | 'sourceUrl'>
}

const filesAtOnce = 6
/** Posts that are being read ahead of the one that was handed out last. */
const postsAhead = 256
/**
 * With fewer posts of one file of originals, or less than this share of it, their packs are the smaller download: about
 * 64 KB for eight posts, where a whole file is a megabyte.
 */
const fewestOfFile = 64
const leastOfFile = 1 / 4
/** Packs kept for the posts after them: neighbours in an order by match are apart. */
const packsKept = 64

/**
 * Reads posts one after the other, some ahead. Many of them need no body: the files of originals have the rest. Packs are not put into the page's cache: those of a
 * long list would fill its memory.
 * @throws DataError when a file could not be loaded; the signal's reason when it fires.
 */
export async function* readPosts(
  client: QueryClient,
  ordinals: readonly number[] | Uint32Array,
  signal: AbortSignal,
): AsyncGenerator<ListedPost> {
  const { timeline, originals: files = [] } = await client.ensureQueryData(manifestQuery())
  // A lifeboat leaves them out: reading its packs is no request.
  const originals = isOneFile ? [] : files
  const counts = countByFile(ordinals)
  const limit = new ConcurrencyLimit(filesAtOnce)
  const readBody = makeBodyReader(limit, signal)
  const readOwn = async (ordinal: number, shard: TimelineShard): Promise<ListedPost['own']> => {
    const number = toOriginalsNumber(ordinal)
    const file = originals[number]
    if (
      file !== undefined &&
      isWorthFile(counts.get(number) ?? 0, toFileRows(number, timeline.rows))
    ) {
      const { firstOrdinal, urls, titles } = await client.ensureQueryData(originalsQuery(file))
      const at = ordinal - firstOrdinal
      const sourceUrl = urls[at]
      if (sourceUrl === undefined) throw new DataError('contract', dataPath('originals', file), {})
      const title = titles.get(at)
      return { title, ...(sourceUrl === null ? {} : { sourceUrl }) }
    }
    // No more than the other way gives: a list must not depend on how it was read.
    const { title, sourceUrl } = await readBody(ordinal, shard)
    return { title, sourceUrl }
  }
  yield* readAhead(ordinals, async (ordinal) => {
    const { shard, summary } = await readRow(client, ordinal, { limit, signal })
    return { summary, own: await readOwn(ordinal, shard) }
  })
}

/**
 * Reads posts with their whole bodies one after the other, some ahead.
 * @throws DataError when a file could not be loaded; the signal's reason when it fires.
 */
export async function* readArticles(
  client: QueryClient,
  ordinals: readonly number[] | Uint32Array,
  signal: AbortSignal,
): AsyncGenerator<Article> {
  const limit = new ConcurrencyLimit(filesAtOnce)
  const readBody = makeBodyReader(limit, signal)
  yield* readAhead(ordinals, async (ordinal) => {
    const { shard, summary } = await readRow(client, ordinal, { limit, signal })
    return { summary, body: await readBody(ordinal, shard) }
  })
}

/** Reads the rows of posts. Throws as `readArticles` does. */
export async function readRows(
  client: QueryClient,
  ordinals: readonly number[] | Uint32Array,
  signal: AbortSignal,
): Promise<PostSummary[]> {
  const limit = new ConcurrencyLimit(filesAtOnce)
  const rows: PostSummary[] = []
  const read = readAhead(ordinals, (ordinal) => readRow(client, ordinal, { limit, signal }))
  for await (const { summary } of read) rows.push(summary)
  return rows
}

interface Requests {
  limit: ConcurrencyLimit
  signal: AbortSignal
}

async function readRow(
  client: QueryClient,
  ordinal: number,
  { limit, signal }: Requests,
): Promise<{ shard: TimelineShard; summary: PostSummary }> {
  const { timeline } = await client.ensureQueryData(manifestQuery())
  const number = toShardNumber(ordinal, timeline.rowsPerShard)
  const shard = await limit.run(() => client.ensureQueryData(shardQuery(number)), signal)
  const summary = toRow(shard, ordinal)
  if (summary === undefined) throw new DataError('contract', `row ${ordinal}`, {})
  return { shard, summary }
}

/** Makes what reads bodies, and keeps the packs that were read last. */
function makeBodyReader(limit: ConcurrencyLimit, signal: AbortSignal) {
  const packs = new Map<FileHash, Promise<FetchedPack>>()
  const readPack = (hash: FileHash) => {
    const known = packs.get(hash)
    const pack = known ?? limit.run(() => fetchPack(hash, signal), signal)
    packs.delete(hash)
    packs.set(hash, pack)
    const [oldest] = packs.keys()
    if (packs.size > packsKept && oldest !== undefined) packs.delete(oldest)
    return pack
  }
  return async (ordinal: number, shard: TimelineShard): Promise<ArticleBody> => {
    const hash = toPackHash(shard, ordinal)
    if (hash === undefined) throw new DataError('contract', `body ${ordinal}`, {})
    return bodyAt(await readPack(hash), ordinal)
  }
}

/** Reads something of each post in order, of some ahead of the one that was handed out last. */
async function* readAhead<T>(
  ordinals: readonly number[] | Uint32Array,
  read: (ordinal: number) => Promise<T>,
): AsyncGenerator<T> {
  const ahead: Promise<T>[] = []
  for (const ordinal of ordinals) {
    const post = read(ordinal)
    // Whoever waits for an earlier one hears of its failure first.
    post.catch(() => undefined)
    ahead.push(post)
    if (ahead.length < postsAhead) continue
    const first = ahead.shift()
    if (first !== undefined) yield await first
  }
  for (const post of ahead) yield await post
}

/** How many of some posts are in each file of originals. */
function countByFile(ordinals: readonly number[] | Uint32Array): Map<number, number> {
  const counts = new Map<number, number>()
  for (const ordinal of ordinals) {
    const number = toOriginalsNumber(ordinal)
    counts.set(number, (counts.get(number) ?? 0) + 1)
  }
  return counts
}

function isWorthFile(count: number, rows: number): boolean {
  return count >= Math.min(fewestOfFile, rows * leastOfFile)
}

function toFileRows(number: number, rows: number): number {
  return Math.min(postsPerOriginalsFile, rows - number * postsPerOriginalsFile)
}
