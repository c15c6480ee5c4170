import { toTitleKey } from '#core/address/old-address.ts'
import { makePermalinkParser } from '#core/address/parse-permalink.ts'
import { findRepeated } from '#builder/archive/order/find-repeated.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import { toZoneDay } from '#builder/archive/order/zone-time.ts'
import { toFileKey } from '#builder/archive/post/address-name.ts'
import { findOldAddress, toOldAddress } from './old-address.ts'
import type { OldSite, OldSites } from './old-sites.ts'

const dayMs = 86_400_000

/** Two posts this close may have days that the reader confuses. */
const nearMs = 4 * dayMs

/**
 * Ordinals of posts that the reader cannot find by day and title in their old address, so that it needs a lookup table:
 * the pattern has no full day, the post has a permalink of its own, nothing is left of its title, or a post of a near
 * day has the same one.
 */
export function findLookedUp(
  posts: readonly OrderedPost[],
  { sites, timeZone }: { sites: OldSites; timeZone: string },
): number[] {
  const names = new Float64Array(posts.length)
  const isByDay = makeDayTest(sites, timeZone)
  const found = new Set<number>()
  for (const [ordinal, { cached }] of posts.entries()) {
    const site = sites.get(cached.collection)
    if (site === undefined) continue
    names[ordinal] = cached.addressHash
    if (!isByDay(cached, site)) found.add(ordinal)
  }
  for (const [a, b] of listNamesakes(names)) {
    const [one, other] = [posts[a], posts[b]]
    if (one === undefined || other === undefined) continue
    const isNear = Math.abs(one.instant - other.instant) < nearMs
    if (isNear && findOldAddress(one.cached, sites) !== findOldAddress(other.cached, sites)) {
      found.add(a).add(b)
    }
  }
  return [...found].toSorted((a, b) => a - b)
}

/** Pairs of posts with one name that follow each other by ordinal; 0 is no name. */
function* listNamesakes(names: Float64Array): Generator<[number, number]> {
  const repeated = findRepeated(names)
  repeated.delete(0)
  const last = new Map<number, number>()
  for (const [ordinal, name] of names.entries()) {
    if (!repeated.has(name)) continue
    const before = last.get(name)
    if (before !== undefined) yield [before, ordinal]
    last.set(name, ordinal)
  }
}

/**
 * Makes the test whether the reader finds a post by day and title of its old address. It follows the steps of the
 * reader.
 */
function makeDayTest(sites: OldSites, timeZone: string) {
  const parsers = new Map(
    [...sites.values()].map((site) => [site, makePermalinkParser(site.pattern ?? '')]),
  )
  const plainSites = new Set([...parsers.keys()].filter((site) => isPlainSite(site, timeZone)))
  return (post: OrderedPost['cached'], site: OldSite): boolean => {
    if (post.isPlainAddress && plainSites.has(site)) return true
    const address = toOldAddress(post, site)
    if (address === undefined) return true
    const parsed = parsers.get(site)?.(address.slice(site.folder.length))
    const day = toZoneDay(post.row, timeZone)
    const name = toFileKey(post.fileName)
    if (parsed?.day === undefined || day === undefined || name === '') return false
    const apart = Math.abs(Date.parse(parsed.day) - Date.parse(day))
    return apart <= dayMs && toTitleKey(parsed.title) === name
  }
}

/** Whether plain names always survive the way into an address and back: then a million posts can skip the test. */
function isPlainSite(site: OldSite, timeZone: string): boolean {
  const { pattern = '', folder } = site
  const near = timeZone === site.timeZone || timeZone === 'UTC' || site.timeZone === 'UTC'
  if (site.generator !== undefined && site.generator !== 'jekyll') return false
  if (!near || /:(?:\w*categories|hour|minute|second)|^\w+$/.test(pattern)) return false
  const post = { fileName: '2020-08-30-a b.md', addressFields: undefined, publishedMs: undefined }
  const row = { publishedOn: '2020-08-30', tags: [], categories: undefined }
  const address = toOldAddress({ ...post, row }, site)
  const parsed = makePermalinkParser(pattern)(address?.slice(folder.length) ?? '')
  return parsed?.day === row.publishedOn && toTitleKey(parsed.title) === 'a-b'
}
