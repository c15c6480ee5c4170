import { makePermalinkParser } from '#core/parse-permalink.ts'
import { toTitleKey } from '#core/old-address.ts'
import { parseSlug } from '#core/slug.ts'
import { toTextDigest } from '#core/text-digest.ts'
import type { OrderedPost } from '../order/order-posts.ts'
import { toZoneDay } from '../order/zone-time.ts'
import { toOldAddress } from './old-address.ts'
import type { OldSites } from './old-sites.ts'

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
  const addresses = new Float64Array(posts.length)
  const isByDay = makeDayTest(sites, timeZone)
  const found = new Set<number>()
  for (const [ordinal, { draft }] of posts.entries()) {
    const site = sites.get(draft.collection)
    const address = site && toOldAddress(draft, site)
    if (address === undefined) continue
    const name = toTitleKey(parseSlug(draft.fileName) ?? '')
    names[ordinal] = toTextDigest(`${draft.collection}\n${name}`)
    addresses[ordinal] = toTextDigest(address)
    if (!isByDay(draft, { address, name })) found.add(ordinal)
  }
  for (const [a, b] of listNamesakes(names)) {
    const isNear = Math.abs((posts[a]?.instant ?? 0) - (posts[b]?.instant ?? 0)) < nearMs
    if (isNear && addresses[a] !== addresses[b]) found.add(a).add(b)
  }
  return [...found].toSorted((a, b) => a - b)
}

/** Neighbours, by ordinal, among posts of one name. */
function* listNamesakes(names: Float64Array): Generator<[number, number]> {
  const order = Uint32Array.from(names.keys()).toSorted(
    (a, b) => (names[a] ?? 0) - (names[b] ?? 0) || a - b,
  )
  let before = order[0] ?? 0
  for (const ordinal of order.subarray(1)) {
    if (names[ordinal] !== 0 && names[ordinal] === names[before]) yield [before, ordinal]
    before = ordinal
  }
}

/** Whether the reader finds a post by what its address tells: the same steps as it takes. */
function makeDayTest(sites: OldSites, timeZone: string) {
  const parsers = new Map(
    [...sites].map(([name, site]) => [name, makePermalinkParser(site.pattern ?? '')]),
  )
  return (
    { collection, row }: OrderedPost['draft'],
    { address, name }: { address: string; name: string },
  ): boolean => {
    const folder = sites.get(collection)?.folder ?? ''
    const parsed = parsers.get(collection)?.(address.slice(folder.length))
    const day = toZoneDay(row, timeZone)
    if (parsed?.day === undefined || day === undefined || name === '') return false
    const apart = Math.abs(Date.parse(parsed.day) - Date.parse(day))
    return apart <= dayMs && toTitleKey(parsed.title) === name
  }
}
