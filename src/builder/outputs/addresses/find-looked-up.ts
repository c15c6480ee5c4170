import { toTitleKey } from '#core/old-address.ts'
import { makePermalinkParser } from '#core/parse-permalink.ts'
import { findRepeated } from '#builder/archive/order/find-repeated.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import { toZoneDay } from '#builder/archive/order/zone-time.ts'
import { toFileKey } from '#builder/archive/post/address-name.ts'
import { findOldAddress, toOldAddress } from './old-address.ts'
import type { OldSite, OldSites } from './old-sites.ts'

const dayMs = 86_400_000

/** Instants of two posts whose days the reader may take for each other. */
const nearMs = 4 * dayMs

/**
 * Ordinals of posts whose old address does not lead to them by the day and the title it holds: the pattern has no whole day, the post
 * has a permalink of its own, nothing is left of its title, or another one of those days has the same.
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

/** Neighbours, by ordinal, among posts of one name; 0 is no name. */
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

/** Whether the reader finds a post by what its address tells, if it has one: the same steps as it takes. */
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

/** Whether day and title of plain names are read back whatever the post: not worth the steps for each of a million. */
function isPlainSite(site: OldSite, timeZone: string): boolean {
  const { pattern = '', folder } = site
  const near = timeZone === site.timeZone || timeZone === 'UTC' || site.timeZone === 'UTC'
  if (!near || /:(?:\w*categories|hour|minute|second)|^\w+$/.test(pattern)) return false
  const post = { fileName: '2020-08-30-a b.md', addressFields: undefined, publishedMs: undefined }
  const row = { publishedOn: '2020-08-30', tags: [], categories: undefined }
  const address = toOldAddress({ ...post, row }, site)
  const parsed = makePermalinkParser(pattern)(address?.slice(folder.length) ?? '')
  return parsed?.day === row.publishedOn && toTitleKey(parsed.title) === 'a-b'
}
