import type { PostId } from '#core/post/post-id.ts'
import type { PostProblem } from '#core/post/post.ts'
import {
  toLooseAddresses,
  toSiteAddresses,
  type SiteAddresses,
} from '#builder/read/address/site-addresses.ts'
import type { Collection } from '#builder/read/discover/discover-posts.ts'
import type { OrderedPost } from '../order/order-posts.ts'
import { NumberMap } from '../post/number-map.ts'
import { learnHosts, toHostProblem, type LearnedHost } from './learn-hosts.ts'
import { toAddressNumbers, toNameNumbers } from './post-numbers.ts'

/** Links between posts, and names of posts that are not there. */
export interface LinkAccount {
  /**
   * Links from one post to another, in how many posts, posts that were named but are not there, and links of wikis of
   * which only the words are left, absent for none.
   */
  counts: { inside: number; posts: number; missing: number; words?: number }
  problems: PostProblem[]
}

type SiteFinder = (post: { collection: string; file: string }) => SiteAddresses

/** The site of each post's collection, known or assumed. */
export function makeSiteFinder(collections: readonly Collection[]): SiteFinder {
  const known = new Map(
    collections.map(({ name, config }) => [name, toSiteAddresses(config, name)]),
  )
  return ({ collection, file }) => known.get(collection) ?? toLooseAddresses(collection, file)
}

const several = -1

/** Finds the posts that the links of posts lead to: sets `targets`. */
export function resolveLinks(
  posts: readonly OrderedPost[],
  collections: readonly Collection[],
): LinkAccount {
  const findSite = makeSiteFinder(collections)
  const learned = learnHosts(posts, findSite)
  const index = buildIndex(posts, { findSite, learned })
  const counts: LinkAccount['counts'] = { inside: 0, posts: 0, missing: 0 }
  const problems = Array.from(learned, ([collection, host]) => toHostProblem(collection, host))
  for (const post of posts) {
    const newest = post.supersededBy ?? post.id
    const targets: [number, PostId][] = []
    for (const number of post.cached.links) {
      const target = find(posts, index, number)
      // A link to the post itself leads to what it was written from.
      if (target !== undefined && target !== newest) targets.push([number, target])
    }
    if (targets.length > 0) {
      post.targets = targets
      counts.inside += new Set(targets.map(([, target]) => target)).size
      counts.posts++
    }
    const lost = (post.cached.namedPosts ?? []).filter(({ numbers }) =>
      numbers.every((number) => index.get(number) === undefined),
    )
    const missing = lost.filter(({ isWiki }) => isWiki !== true)
    const words = lost.length - missing.length
    if (words > 0) counts.words = (counts.words ?? 0) + words
    if (missing.length === 0) continue
    counts.missing += missing.length
    problems.push(toProblem(post, missing))
  }
  return { counts, problems }
}

function find(posts: readonly OrderedPost[], index: NumberMap, number: number): PostId | undefined {
  const post = posts[index.get(number) ?? several]
  return post?.supersededBy ?? post?.id
}

/** Ordinals of posts by the numbers that links find them by. */
function buildIndex(
  posts: readonly OrderedPost[],
  { findSite, learned }: { findSite: SiteFinder; learned: ReadonlyMap<string, LearnedHost> },
): NumberMap {
  const index = new NumberMap(posts.length)
  for (const [ordinal, post] of posts.entries()) addSource(posts, index, { ordinal, post })
  // Most archives are mirrored, and nothing in them asks for the rest, which takes long to compute.
  const linking = new Set(learned.keys())
  for (const { cached } of posts) if (cached.linksWithin) linking.add(cached.collection)
  if (linking.size === 0) return index
  // What is sure about any post counts more than what is likely about another.
  for (const kind of ['sure', 'likely'] as const) {
    // Of several posts at one address the newest had it.
    for (let ordinal = posts.length - 1; ordinal >= 0; ordinal--) {
      const cached = posts[ordinal]?.cached
      if (cached === undefined || !linking.has(cached.collection)) continue
      const numbers = [
        toAddressNumbers(cached, findSite(cached), learned.get(cached.collection)?.origin),
        toNameNumbers(cached),
      ]
      for (const number of numbers.flatMap((both) => both[kind])) {
        if (index.get(number) === undefined) index.set(number, ordinal)
      }
    }
  }
  return index
}

/** An address that several posts were mirrored from, which are no versions of each other, leads to none of them. */
function addSource(
  posts: readonly OrderedPost[],
  index: NumberMap,
  { ordinal, post }: { ordinal: number; post: OrderedPost },
): void {
  const number = post.cached.urlHash
  if (number === undefined) return
  const known = index.get(number)
  const other = known === undefined ? undefined : posts[known]
  const isOne =
    known === undefined ||
    (other !== undefined && (other.supersededBy ?? other.id) === (post.supersededBy ?? post.id))
  index.set(number, isOne ? ordinal : several)
}

const mostNamed = 5

function toProblem({ cached }: OrderedPost, missing: readonly { name: string }[]): PostProblem {
  const names = missing.slice(0, mostNamed).map(({ name }) => `"${name}"`)
  const more = missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : ''
  return {
    file: cached.file,
    severity: 'warning',
    field: 'body',
    reason: `It links by name to posts that are not in the archive: ${names.join(', ')}${more}.`,
    hint: 'Correct the names, or add the posts; until then the links lead to the address on the old site, where that is known.',
  }
}
