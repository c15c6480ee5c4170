import type { OrderedPost } from '../order/order-posts.ts'
import type { PostWords } from './post-words.ts'
import type { TranslatedPosts } from './translated-posts.ts'
import { visitAlike } from './visit-alike.ts'

/** The posts that are most alike to each, in columns: `perPost` entries a post, the closest first. */
export interface AlikePosts {
  perPost: number
  /** Ordinal, plus 1; 0 = no more. */
  ordinals: Uint32Array
  /** The cosine of both posts' words, in 65,535ths. */
  likeness: Uint16Array
}

const mostPerPost = 16
/** All posts together keep so many at most. */
const mostEntries = 2 ** 23

/**
 * Finds for each post those whose words, source and time are closest, of a post in several languages the one in its own
 * language, and never its own translations. Work and memory grow with the posts alone: each
 * word leads to a bounded number of them.
 */
export function findAlike(
  posts: readonly OrderedPost[],
  words: PostWords,
  { translated, ...sources }: { groupOf: Uint32Array; groups: number; translated: TranslatedPosts },
): AlikePosts {
  // In steps, so that one post more does not change the lists of all.
  const all = 2 ** Math.ceil(Math.log2(Math.max(2, posts.length)))
  const perPost = Math.max(8, Math.min(mostPerPost, mostEntries / all))
  const ordinals = new Uint32Array(posts.length * perPost)
  const likeness = new Uint16Array(ordinals.length)
  const closeness = new Float64Array(perPost)
  visitAlike(words, sources, (ordinal, others) => {
    const own = posts[ordinal]?.instant ?? NaN
    const start = ordinal * perPost
    let taken = 0
    for (const other of others) {
      if (translated.isBetterElsewhere(ordinal, other.ordinal)) continue
      const value = toCloseness(other, toDays(own, posts[other.ordinal]?.instant))
      let at = taken
      while (at > 0 && (closeness[at - 1] ?? 0) < value) at--
      if (at === perPost) continue
      if (taken < perPost) taken++
      closeness.copyWithin(at + 1, at, taken - 1)
      ordinals.copyWithin(start + at + 1, start + at, start + taken - 1)
      likeness.copyWithin(start + at + 1, start + at, start + taken - 1)
      closeness[at] = value
      ordinals[start + at] = other.ordinal + 1
      likeness[start + at] = Math.round(Math.min(1, other.likeness) * 65_535)
    }
  })
  return { perPost, ordinals, likeness }
}

/**
 * How close two posts are: the log-odds that a reader finds the one useful below the other, without what their terms
 * say. Fitted to the verdicts of two readers each on 942 pairs, see bench/related.
 */
export function toCloseness(
  { likeness, isSameSource }: { likeness: number; isSameSource: boolean },
  days: number,
): number {
  const ofTime = 1.03 * 2 ** (-days / 7) + 0.41 * 2 ** (-days / 120)
  return 9.35 * Math.sqrt(Math.max(0, likeness)) + (isSameSource ? 0.85 : 0) + ofTime - 4.01
}

/** How many days lie between two instants; ten years where one is unknown. */
export function toDays(one: number, other = NaN): number {
  const days = Math.abs(one - other) / 86_400_000
  return Number.isFinite(days) ? days : 3_650
}
