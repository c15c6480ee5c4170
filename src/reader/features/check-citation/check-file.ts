import type { QueryClient } from '@tanstack/react-query'
import { mostSourceBytes } from '#contract/source-pack.ts'
import { toShardNumber } from '#contract/timeline-shard.ts'
import { toHex } from '#core/bytes/to-hex.ts'
import type { Article } from '#reader/data/archive/article-query.ts'
import { toShardsOfDay } from '#reader/data/archive/find-posts.ts'
import { shardQuery } from '#reader/data/archive/shard-query.ts'
import { calendarQuery, manifestQuery } from '#reader/data/archive/site-queries.ts'
import { sourceQuery } from '#reader/data/archive/source-query.ts'
import { canHash } from '#reader/data/files/can-hash.ts'
import { isOneFile } from '#reader/links/place.ts'
import { compareVersions, type TextDifference } from '#reader/ui/difference/compare-versions.ts'
import { decodeSource } from '#reader/ui/source-file/decode-source.ts'
import { listKnownPieces } from '#reader/ui/source-file/known-pieces.ts'
import { markSource, type MarkedSource } from '#reader/ui/source-file/mark-source.ts'
import { toSha256 } from '#shape/digest.ts'
import { readCited, toCitedText } from './cited-post.ts'
import { listFileHints } from './file-hints.ts'
import { findByAddress } from './find-by-address.ts'

/** What a file is to the archive. */
export type FileVerdict =
  | { input: 'file'; kind: 'tooLarge' | 'impossible' }
  | { input: 'file'; kind: 'same'; sha256: string; post: Article }
  | {
      input: 'file'
      kind: 'other'
      sha256: string
      post: Article
      /** From the source file of the archive to this one; absent where the site does not hold it. */
      difference?: TextDifference
      /** This file with what the article has not; absent where both files could be compared. */
      marked?: MarkedSource
    }
  | ({ input: 'file'; kind: 'absent'; sha256: string } & Looked)

/** What a file was compared with. */
interface Looked {
  /** Posts whose source files it is not. */
  looked: number
  /** Posts that it may be and that were not compared: there are too many, or nothing tells the bytes of their files. */
  left: number
}

/** Most posts whose bodies are read for one file. */
const mostCandidates = 400

/**
 * Compares a file with the posts it may be: those of the days and addresses that it names. It is read as bytes and text;
 * nothing of it is run or becomes a document.
 * @throws DataError when a file of the site could not be loaded; the signal's reason when it fires.
 */
export async function checkPostFile(
  client: QueryClient,
  { name, bytes }: { name: string; bytes: Uint8Array },
  signal: AbortSignal,
): Promise<FileVerdict> {
  if (bytes.length > mostSourceBytes) return { input: 'file', kind: 'tooLarge' }
  if (!canHash()) return { input: 'file', kind: 'impossible' }
  const sha256 = toHex(await toSha256(bytes))
  const { text } = decodeSource(bytes, [])
  const { days, addresses } = listFileHints(name, text)
  const named = await findByAddress(client, addresses, signal)
  const near = await listOrdinalsOfDays(client, days)
  const candidates = [...new Set([...named, ...near])]
  let likely: Article | undefined
  let looked = 0
  for (const ordinal of candidates.slice(0, mostCandidates)) {
    signal.throwIfAborted()
    const post = await readCited(client, ordinal)
    if (post?.body.source !== undefined) looked++
    if (post === undefined) continue
    if (post.body.source?.sha256 === sha256) return { input: 'file', kind: 'same', sha256, post }
    if (toBaseName(post.body.file) === name.normalize('NFC')) likely = post
    // Of several versions at one address the newest comes last.
    else if (named.includes(ordinal) && !hasName(likely, name)) likely = post
  }
  if (likely === undefined) {
    const left = candidates.length - looked
    return { input: 'file', kind: 'absent', sha256, looked, left }
  }
  return {
    input: 'file',
    kind: 'other',
    sha256,
    post: likely,
    ...(await compare(client, likely, bytes)),
  }
}

function hasName(post: Article | undefined, name: string): boolean {
  return post !== undefined && toBaseName(post.body.file) === name.normalize('NFC')
}

function toBaseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Ordinals of the posts of some days and of the days beside them; without a day, of the undated ones. */
async function listOrdinalsOfDays(client: QueryClient, days: readonly string[]): Promise<number[]> {
  const [calendar, { timeline }] = await Promise.all([
    client.ensureQueryData(calendarQuery()),
    client.ensureQueryData(manifestQuery()),
  ])
  const { rowsPerShard } = timeline
  const wanted = days.length === 0 ? [undefined] : days
  const shards = new Set(wanted.flatMap((day) => toShardsOfDay(calendar, day, rowsPerShard)))
  const ordinals: number[] = []
  for (const shard of shards) {
    const { firstOrdinal, rows } = await client.ensureQueryData(shardQuery(shard))
    if (toShardNumber(firstOrdinal, rowsPerShard) !== shard) continue
    for (const at of rows.keys()) ordinals.push(firstOrdinal + at)
  }
  return ordinals
}

async function compare(
  client: QueryClient,
  post: Article,
  bytes: Uint8Array,
): Promise<{ difference: TextDifference } | { marked: MarkedSource }> {
  const article = toCitedText(post)
  const known = listKnownPieces(article)
  const { text } = decodeSource(bytes, known)
  const kept = isOneFile ? null : await client.fetchQuery(sourceQuery(post.body))
  if (kept === null) return { marked: markSource(text, article) }
  return { difference: compareVersions(decodeSource(kept.bytes, known).text, text) }
}
