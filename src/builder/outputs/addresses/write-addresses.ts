import type { FileHash } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import type { OldAddressBucket, OldAddressRoot } from '#contract/old-addresses-file.ts'
import {
  toBucketNumber,
  toOldAddressKey,
  toTitleKey,
  type OldAddressKey,
} from '#core/address/old-address.ts'
import type { SitePlan } from '#builder/site/plan/site-plan.ts'
import type { SiteWriter } from '#builder/site/write/site-writer.ts'
import { findLookedUp } from './find-looked-up.ts'
import type { CachedPost } from '#builder/archive/post/cached-post.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import { findAliases, findOldAddress } from './old-address.ts'
import { toPermalinks, type OldSites } from './old-sites.ts'

/** Addresses in a file, on average: looking up one fetches about 30 kB. */
const postsPerBucket = 512

/** One of the addresses of a post. */
interface Place {
  ordinal: number
  form: AddressForm
}

/** Its own address, that in lower case, or one of its further ones by their number. */
type AddressForm = 'own' | 'lowerCase' | number

function toForm(post: CachedPost, sites: OldSites, form: AddressForm): string | undefined {
  if (typeof form === 'number') return findAliases(post, sites)[form]
  const own = findOldAddress(post, sites)
  return form === 'own' ? own : own?.toLowerCase()
}

/** The addresses to be listed; those that win over equal ones come last. */
function listPlaces(
  posts: readonly OrderedPost[],
  facts: { sites: OldSites; timeZone: string },
): Place[] {
  const places: Place[] = []
  for (const [ordinal, { cached }] of posts.entries()) {
    for (const form of findAliases(cached, facts.sites).keys()) places.push({ ordinal, form })
  }
  const own = [...findLookedUp(posts, facts), ...findClaimed(posts, { ...facts, places })]
  for (const ordinal of own) {
    const address = posts[ordinal] && findOldAddress(posts[ordinal].cached, facts.sites)
    // Who types an address may type it in lower case.
    if (address !== address?.toLowerCase()) places.push({ ordinal, form: 'lowerCase' })
  }
  for (const ordinal of own) places.push({ ordinal, form: 'own' })
  return places
}

/**
 * Ordinals of posts whose own address is a further one of another post. The table is asked first, so it must have them,
 * or the other post would be found there.
 */
function findClaimed(
  posts: readonly OrderedPost[],
  { sites, places }: { sites: OldSites; places: readonly Place[] },
): number[] {
  const aliases = places.flatMap(({ ordinal, form }) => {
    const cached = posts[ordinal]?.cached
    return (cached && toForm(cached, sites, form)) ?? []
  })
  if (aliases.length === 0) return []
  const keys = new Set(aliases.map(toOldAddressKey))
  // Nearly no post has the name of one: only for these the address is computed.
  const names = new Set(aliases.map(toLastName))
  return [...posts.entries()].flatMap(([ordinal, { cached }]) => {
    if (!names.has(toLastName(cached.fileName.replace(/^\d+-\d+-\d+-/, '')))) return []
    const address = findOldAddress(cached, sites)
    return address !== undefined && keys.has(toOldAddressKey(address)) ? [ordinal] : []
  })
}

/** The last part of a path, spelled alike. */
function toLastName(path: string): string {
  return toTitleKey(
    path
      .replace(/\/+$/, '')
      .replace(/^.*\//, '')
      .replace(/\.(?:html?|m[a-z]+)$/i, ''),
  )
}

/** Writes the tables with which the reader finds posts by their old addresses. */
export async function writeAddresses(
  { posts, options }: Pick<SitePlan, 'posts' | 'options'>,
  sites: OldSites,
  writer: SiteWriter,
): Promise<Pick<Manifest, 'permalinks' | 'oldAddresses'>> {
  const places = listPlaces(posts, { sites, timeZone: options.timeZone })
  const permalinks = toPermalinks(sites)
  if (places.length === 0) return { permalinks }
  const count = Math.ceil(places.length / postsPerBucket)
  const members: Place[][] = Array.from({ length: count }, () => [])
  const toKey = ({ ordinal, form }: Place): OldAddressKey | undefined => {
    const cached = posts[ordinal]?.cached
    return cached && toOldAddressKey(toForm(cached, sites, form) ?? '')
  }
  for (const place of places) {
    const key = toKey(place)
    if (key !== undefined) members[toBucketNumber(key, count)]?.push(place)
  }
  const buckets: FileHash[] = []
  // One file at a time: the addresses of a million posts take as much memory as everything else about them.
  for (const bucket of members) {
    // The newest post with an address wins, as on the old site, where it was written last.
    const newest = new Map(bucket.map((place) => [toKey(place), place.ordinal]))
    const entries = [...newest].flatMap(([key, ordinal]): OldAddressBucket['posts'] =>
      key === undefined ? [] : [[key, ordinal]],
    )
    const file: OldAddressBucket = { posts: entries.toSorted(([, a], [, b]) => a - b) }
    buckets.push(await writer.writeJson('addresses', file))
  }
  const root: OldAddressRoot = { buckets }
  return { permalinks, oldAddresses: await writer.writeJson('addresses', root) }
}
