import type { QueryClient } from '@tanstack/react-query'
import { parseBodyPack, type ArticleBody, type BodyPack } from '#contract/body-pack.ts'
import { dataPath, type FileHash } from '#contract/file-names.ts'
import { toShardNumber, type PostSummary } from '#contract/timeline-shard.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { fetchJson } from '#reader/data/files/fetch-file.ts'
import { ConcurrencyLimit } from '#reader/data/scheduling/concurrency-limit.ts'
import { toPackHash } from './body-query.ts'
import { shardQuery, toRow } from './shard-query.ts'
import { manifestQuery } from './site-queries.ts'

/** Row and body of a post. */
export interface WholePost {
  summary: PostSummary
  body: ArticleBody
}

const filesAtOnce = 6
/** Posts that are being read ahead of the one that was handed out last. */
const postsAhead = 256
/** Packs kept for the posts after them: neighbours in an order by match are apart. */
const packsKept = 64

/**
 * Reads rows and bodies of posts one after the other, some ahead. Packs are not put into the page's cache: those of a
 * long list would fill its memory.
 * @throws DataError when a file could not be loaded; the signal's reason when it fires.
 */
export async function* readPosts(
  client: QueryClient,
  ordinals: Iterable<number>,
  signal: AbortSignal,
): AsyncGenerator<WholePost> {
  const { timeline } = await client.ensureQueryData(manifestQuery())
  const limit = new ConcurrencyLimit(filesAtOnce)
  const packs = new Map<FileHash, Promise<BodyPack>>()
  const fetchPack = (hash: FileHash) => {
    const known = packs.get(hash)
    const pack =
      known ??
      limit.run(() => fetchJson(dataPath('bodies', hash), parseBodyPack, { hash, signal }), signal)
    packs.delete(hash)
    packs.set(hash, pack)
    const [oldest] = packs.keys()
    if (packs.size > packsKept && oldest !== undefined) packs.delete(oldest)
    return pack
  }
  const read = async (ordinal: number): Promise<WholePost> => {
    const number = toShardNumber(ordinal, timeline.rowsPerShard)
    const shard = await limit.run(() => client.ensureQueryData(shardQuery(number)), signal)
    const summary = toRow(shard, ordinal)
    const hash = toPackHash(shard, ordinal)
    if (hash === undefined || summary === undefined) {
      throw new DataError('contract', `body ${ordinal}`, {})
    }
    const { firstOrdinal, bodies } = await fetchPack(hash)
    const body = bodies[ordinal - firstOrdinal]
    if (body === undefined) throw new DataError('contract', dataPath('bodies', hash), {})
    return { summary, body }
  }
  const ahead: Promise<WholePost>[] = []
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
