import { toBucketNumber, toOldAddressKey, toTitleKey, type OldAddressKey } from './old-address.ts'
import { decodePath, makePermalinkParser } from './parse-permalink.ts'
import { toPermalinkTitle } from './permalink.ts'
import { toUtcDay, type PostId } from '../post/post-id.ts'

/** The fields of a row that an old address is matched against. */
interface AddressedRow {
  id: PostId
  collection: string
  slug?: string | undefined
  title?: string | undefined
  /** The newest version of the post, where this is an older one. */
  supersededBy?: PostId | undefined
}

/** How the posts of a collection were addressed. */
interface CollectionPermalinks {
  collection: string
  /** Jekyll's pattern, such as `/:year-:month-:day/:title/`. */
  pattern: string
  /** Folder of the old site on its host, with `/` at its end. */
  folder?: string | undefined
}

/** Access to the files that lead from an old address to its post. The reader fetches them; tests read them from disk. */
export interface OldAddressSource<File extends string, Row extends AddressedRow> {
  manifest: {
    permalinks: readonly CollectionPermalinks[]
    /** The list of addresses that pattern and day do not lead to; absent when there are none. */
    oldAddresses?: File | undefined
  }
  readRoot(file: File): Promise<{ buckets: readonly File[] }>
  readBucket(file: File): Promise<{ posts: readonly (readonly [OldAddressKey, number])[] }>
  readRow(ordinal: number): Promise<Row | undefined>
  /** Rows of a day and the days around it, in batches, most likely first. */
  readDay(day: string): AsyncIterable<readonly Row[]>
}

/**
 * Finds the post at an address of the old Jekyll site. Looks first in the list of old addresses, which covers the posts
 * that day and title do not identify.
 * @param path below the site's base, starting with `/`; may be percent-encoded.
 * @returns `undefined` when the address matches no collection's pattern, or there is no such post.
 */
export async function findOldPost<File extends string, Row extends AddressedRow>(
  source: OldAddressSource<File, Row>,
  path: string,
): Promise<PostId | undefined> {
  const decoded = decodePath(path)
  if (decoded === undefined) return undefined
  const row = (await findListed(source, decoded)) ?? (await findByDay(source, decoded))
  return row?.supersededBy ?? row?.id
}

async function findListed<File extends string, Row extends AddressedRow>(
  { manifest, ...source }: OldAddressSource<File, Row>,
  path: string,
): Promise<Row | undefined> {
  if (manifest.oldAddresses === undefined) return undefined
  const { buckets } = await source.readRoot(manifest.oldAddresses)
  // A host may have redirected the folder of an old site here and dropped the folder.
  const folders = new Set(['', ...manifest.permalinks.map(({ folder = '' }) => folder)])
  for (const written of new Set([path, path.toLowerCase()])) {
    for (const folder of folders) {
      const key = toOldAddressKey(`${folder}${written.replace(/^\/+/, '')}`)
      const bucket = key && buckets[toBucketNumber(key, buckets.length)]
      if (bucket === undefined) continue
      const { posts } = await source.readBucket(bucket)
      const ordinal = posts.find(([name]) => name === key)?.[1]
      if (ordinal !== undefined) return source.readRow(ordinal)
    }
  }
  return undefined
}

/** The parts of an old address that identify its post. */
interface OldName {
  collection: string
  day: string
  title: string
}

// Same spelling and exact day: no other row can rank higher.
const surest = 3

async function findByDay<Row extends AddressedRow>(
  { manifest, ...source }: OldAddressSource<string, Row>,
  path: string,
): Promise<Row | undefined> {
  for (const name of parseOldAddress(manifest.permalinks, path)) {
    let best: { row: Row; rank: number } | undefined
    for await (const rows of source.readDay(name.day)) {
      for (const row of rows) {
        const rank = rankRow(row, name)
        // Of several posts with one address, the newest has it.
        if (rank > 0 && rank >= (best?.rank ?? 0)) best = { row, rank }
      }
      if (best?.rank === surest) return best.row
    }
    if (best !== undefined) return best.row
  }
  return undefined
}

/** Returns what a decoded address may mean according to the patterns of the collections. */
export function parseOldAddress(
  permalinks: readonly CollectionPermalinks[],
  path: string,
): OldName[] {
  const names: OldName[] = []
  for (const { collection, pattern, folder = '' } of permalinks) {
    const parse = makePermalinkParser(pattern)
    const below = path.startsWith(`/${folder}`) ? path.slice(folder.length) : path
    const written = [below, path]
    // Hosts serve a page with and without its ending.
    const bare = written.map((address) => address.replace(/\.html?$/, ''))
    for (const address of new Set([...written, ...bare])) {
      const { day, title } = parse(address) ?? {}
      if (day === undefined || title === undefined) continue
      names.push({ collection, day, title })
      // If Jekyll cannot parse the YAML of a post, it uses the day of the build and the whole file name.
      const [, fileDay, fileTitle] = /^(\d{4}-\d{2}-\d{2})-(.+)$/.exec(title) ?? []
      if (fileDay === undefined || fileTitle === undefined) continue
      names.push({ collection, day: fileDay, title: fileTitle })
    }
  }
  return names
}

/**
 * Ranks how well a row matches a name: 2 for the same spelling, 1 for the same letters and digits; plus 1 for the exact
 * day; 0 for no match.
 */
function rankRow(row: AddressedRow, { collection, day, title }: OldName): number {
  const name = row.slug ?? row.title ?? ''
  if (row.collection !== collection) return 0
  const isAlike = toPermalinkTitle(name) === title
  const key = toTitleKey(title)
  if (!isAlike && (key === '' || toTitleKey(name) !== key)) return 0
  return (isAlike ? surest - 1 : 1) + (toUtcDay(row.id) === day ? 1 : 0)
}
