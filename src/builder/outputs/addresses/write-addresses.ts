import type { FileHash } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import type { OldAddressBucket, OldAddressRoot } from '#contract/old-addresses-file.ts'
import { toBucketNumber, toOldAddressKey, type OldAddressKey } from '#core/address/old-address.ts'
import type { SitePlan } from '#builder/site/plan/site-plan.ts'
import type { SiteWriter } from '#builder/site/write/site-writer.ts'
import { findLookedUp } from './find-looked-up.ts'
import { findOldAddress } from './old-address.ts'
import { toPermalinks, type OldSites } from './old-sites.ts'

/** Addresses in a file, on average: looking up one fetches about 30 kB. */
const postsPerBucket = 512

/** Writes the tables with which the reader finds posts by their old addresses. */
export async function writeAddresses(
  { posts, options }: Pick<SitePlan, 'posts' | 'options'>,
  sites: OldSites,
  writer: SiteWriter,
): Promise<Pick<Manifest, 'permalinks' | 'oldAddresses'>> {
  const ordinals = findLookedUp(posts, { sites, timeZone: options.timeZone })
  const permalinks = toPermalinks(sites)
  if (ordinals.length === 0) return { permalinks }
  const count = Math.ceil(ordinals.length / postsPerBucket)
  const members: number[][] = Array.from({ length: count }, () => [])
  const toKey = (ordinal: number): OldAddressKey | undefined => {
    const cached = posts[ordinal]?.cached
    const address = cached && findOldAddress(cached, sites)
    return address === undefined ? undefined : toOldAddressKey(address)
  }
  for (const ordinal of ordinals) {
    const key = toKey(ordinal)
    if (key !== undefined) members[toBucketNumber(key, count)]?.push(ordinal)
  }
  const buckets: FileHash[] = []
  // One file at a time: the addresses of a million posts take as much memory as everything else about them.
  for (const bucket of members) {
    // The newest post with an address wins, as on the old site, where it was written last.
    const newest = new Map(bucket.map((ordinal) => [toKey(ordinal), ordinal]))
    const entries = [...newest].flatMap(([key, ordinal]): OldAddressBucket['posts'] =>
      key === undefined ? [] : [[key, ordinal]],
    )
    const file: OldAddressBucket = { posts: entries.toSorted(([, a], [, b]) => a - b) }
    buckets.push(await writer.writeJson('addresses', file))
  }
  const root: OldAddressRoot = { buckets }
  return { permalinks, oldAddresses: await writer.writeJson('addresses', root) }
}
