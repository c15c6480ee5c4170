import { isOwnAddress } from '#core/address/own-address.ts'
import type { PostProblem } from '#core/post/post.ts'
import { toOwnPath } from '#builder/read/address/own-path.ts'
import { encodePath, type SiteAddresses } from '#builder/read/address/site-addresses.ts'
import type { CachedPost } from '../post/cached-post.ts'
import { toUrlHash } from '../post/post-hashes.ts'

/** The address of a site that its posts tell by linking to each other. */
export interface LearnedHost {
  /** `https://pier.example`. */
  origin: string
  /** Posts found at the addresses that their generator gives them there. */
  posts: number
}

interface SitePosts {
  posts: CachedPost[]
  findSite: (post: CachedPost) => SiteAddresses
}

// Each costs a look at many posts.
const mostHosts = 8
const mostPosts = 5_000
const enoughPosts = 50
/** Two posts at `/2020/01/02/name`, or three at `/log/name`: nothing else has such paths by chance. */
const leastPosts = 2
const leastParts = 6

/**
 * Learns the hosts of collections whose settings do not name one: where the whole addresses in links are those of their
 * own posts on one host, and on no other. By collection.
 */
export function learnHosts(
  posts: Iterable<{ cached: CachedPost }>,
  findSite: (post: CachedPost) => SiteAddresses,
): Map<string, LearnedHost> {
  const groups = new Map<string, CachedPost[]>()
  const linking = new Set<string>()
  for (const { cached } of posts) {
    // Posts from elsewhere are found by the address that they come from.
    if (cached.sourceUrl !== undefined || !isOwnAddress(findSite(cached).root)) continue
    const group = groups.get(cached.collection)
    if (group === undefined) groups.set(cached.collection, [cached])
    else group.push(cached)
    if (cached.linkHosts !== undefined) linking.add(cached.collection)
  }
  const learned = new Map<string, LearnedHost>()
  for (const [collection, group] of groups) {
    const host = linking.has(collection) ? learnHost({ posts: group, findSite }) : undefined
    if (host !== undefined) learned.set(collection, host)
  }
  return learned
}

function learnHost({ posts, findSite }: SitePosts): LearnedHost | undefined {
  const counts = new Map<string, number>()
  const linked = new Set<number>()
  for (const { linkHosts = [], links } of posts) {
    for (const host of linkHosts) counts.set(host, (counts.get(host) ?? 0) + 1)
    for (const number of links) linked.add(number)
  }
  const likely = [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  const found = likely
    .slice(0, mostHosts)
    .map(([host]) => countFound({ posts, findSite }, { origin: `https://${host}`, linked }))
  const [best, second] = found.toSorted((a, b) => b.parts - a.parts)
  if (best === undefined || best.posts < leastPosts || best.parts < leastParts) return undefined
  // Where two hosts have the posts, which of them is the site's own is not sure.
  return second !== undefined && second.parts * 2 > best.parts
    ? undefined
    : { origin: best.origin, posts: best.posts }
}

/** How many posts are linked at their own paths on a host, and how many parts these paths have in all. */
function countFound(
  { posts, findSite }: SitePosts,
  { origin, linked }: { origin: string; linked: ReadonlySet<number> },
): LearnedHost & { parts: number } {
  const count = { origin, posts: 0, parts: 0 }
  for (const post of posts.slice(0, mostPosts)) {
    if (count.posts === enoughPosts) break
    const site = findSite(post)
    const path = toOwnPath(post, site)
    const number =
      path === undefined ? undefined : toUrlHash(origin + site.folder + encodePath(path))
    if (path === undefined || number === undefined || !linked.has(number)) continue
    count.posts++
    count.parts += path.split('/').filter((part) => part !== '').length
  }
  return count
}

/** What the report says of a host that was learned. */
export function toHostProblem(collection: string, { origin, posts }: LearnedHost): PostProblem {
  const some = posts >= enoughPosts ? `${enoughPosts} and more` : String(posts)
  return {
    file: collection,
    severity: 'warning',
    field: 'url',
    reason: `The settings name no address of the site; links to ${some} of its posts lead to ${origin}, which was taken for it.`,
    hint: 'Write it into the settings: `url` in _config.yml, `baseURL` in hugo.toml.',
  }
}
