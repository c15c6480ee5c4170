import { toOldAddressKey, toTitleKey } from '#core/old-address.ts'
import { decodePath, makePermalinkParser } from '#core/parse-permalink.ts'
import { toPermalinkTitle } from '#core/permalink.ts'
import { toUtcDay, type PostId } from '#core/post-id.ts'
import type { FileHash } from './file-names.ts'
import type { Manifest } from './manifest.ts'
import { toBucketNumber, type OldAddressBucket, type OldAddressRoot } from './old-addresses-file.ts'
import type { PostSummary } from './timeline-shard.ts'

/** Where the files are that lead from an old address to its post: the reader fetches them, tests read them from a disk. */
export interface OldAddressSource {
  manifest: Pick<Manifest, 'permalinks' | 'oldAddresses'>
  readRoot(hash: FileHash): Promise<OldAddressRoot>
  readBucket(hash: FileHash): Promise<OldAddressBucket>
  readRow(ordinal: number): Promise<PostSummary | undefined>
  /** Rows of a day and of its neighbours, in pieces, the likeliest first. */
  readDay(day: string): AsyncIterable<readonly PostSummary[]>
}

/**
 * Finds the post that an address of the old Jekyll site means: the list of old addresses first, which names what day and title do
 * not, or not alone.
 * @param path below the site's base, starting with `/`; may be percent-encoded.
 * @returns `undefined` when the address fits no collection's pattern, or no such post is there.
 */
export async function findOldPost(
  source: OldAddressSource,
  path: string,
): Promise<PostId | undefined> {
  const decoded = decodePath(path)
  if (decoded === undefined) return undefined
  const row = (await findListed(source, decoded)) ?? (await findByDay(source, decoded))
  return row?.supersededBy ?? row?.id
}

async function findListed(
  { manifest, ...source }: OldAddressSource,
  path: string,
): Promise<PostSummary | undefined> {
  if (manifest.oldAddresses === undefined) return undefined
  const { buckets } = await source.readRoot(manifest.oldAddresses)
  // A host may have led an old site's folder here, and left it out.
  const folders = new Set(['', ...manifest.permalinks.map(({ folder = '' }) => folder)])
  for (const folder of folders) {
    const key = toOldAddressKey(`${folder}${path.replace(/^\/+/, '')}`)
    const bucket = key && buckets[toBucketNumber(key, buckets.length)]
    if (bucket === undefined) continue
    const { posts } = await source.readBucket(bucket)
    const ordinal = posts.find(([name]) => name === key)?.[1]
    if (ordinal !== undefined) return source.readRow(ordinal)
  }
  return undefined
}

/** What an old address names its post by. */
interface OldName {
  collection: string
  day: string
  title: string
}

// Written alike, and of that very day: no other row can be meant more.
const surest = 3

async function findByDay(
  { manifest, ...source }: OldAddressSource,
  path: string,
): Promise<PostSummary | undefined> {
  for (const name of parseOldAddress(manifest.permalinks, path)) {
    let best: { row: PostSummary; rank: number } | undefined
    for await (const rows of source.readDay(name.day)) {
      for (const row of rows) {
        const rank = rankRow(row, name)
        // Of posts with one address the newest has it.
        if (rank > 0 && rank >= (best?.rank ?? 0)) best = { row, rank }
      }
      if (best?.rank === surest) return best.row
    }
    if (best !== undefined) return best.row
  }
  return undefined
}

/** What a decoded address may mean by the patterns of the collections. */
export function parseOldAddress(permalinks: Manifest['permalinks'], path: string): OldName[] {
  const names: OldName[] = []
  for (const { collection, pattern, folder = '' } of permalinks) {
    const parse = makePermalinkParser(pattern)
    const below = path.startsWith(`/${folder}`) ? path.slice(folder.length) : path
    for (const address of new Set([below, path])) {
      const { day, title } = parse(address) ?? {}
      if (day === undefined || title === undefined) continue
      names.push({ collection, day, title })
      // Jekyll gives a post whose YAML it cannot read the day it was built, and its file's whole name.
      const [, fileDay, fileTitle] = /^(\d{4}-\d{2}-\d{2})-(.+)$/.exec(title) ?? []
      if (fileDay === undefined || fileTitle === undefined) continue
      names.push({ collection, day: fileDay, title: fileTitle })
    }
  }
  return names
}

/** How well a row is what a name means: written alike (2), or else in letters and digits (1); 1 more for the very day; 0 = not at all. */
function rankRow(row: PostSummary, { collection, day, title }: OldName): number {
  const name = row.slug ?? row.title ?? ''
  if (row.collection !== collection) return 0
  const isAlike = toPermalinkTitle(name) === title
  const key = toTitleKey(title)
  if (!isAlike && (key === '' || toTitleKey(name) !== key)) return 0
  return (isAlike ? surest - 1 : 1) + (toUtcDay(row.id) === day ? 1 : 0)
}
