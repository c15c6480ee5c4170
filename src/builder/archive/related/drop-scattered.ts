import type { AlikePosts } from './alike-posts.ts'
import { relatedPerPost } from './related-columns.ts'
import type { SaidTerms } from './said-terms.ts'
import type { TermSurvey } from './survey-terms.ts'
import type { AllTopics } from './topic-lists.ts'

/** Of terms below it a reader would keep few as a reason why two posts belong together. */
const leastLift = 3
/** A word without a capital that a larger part of the posts in words say only joins others. */
const mostOfPlain = 0.1

/**
 * Takes from all posts the terms that are scattered: their shares become 0. The posts that have a name or an event are
 * alike in other words as well, those that have "often" are not (Bookstein, Klein and Raita, "Clumping properties of
 * content-bearing words", 1998). So a term must come together in the posts that are most alike more often than in as many
 * drawn by chance, by as much as it falls short of coming together in all of them. Of a term of words only posts that
 * are written in words count.
 */
export function dropScattered(
  all: AllTopics,
  alike: AlikePosts,
  { survey: { table, wordPosts }, said }: { survey: TermSurvey; said: SaidTerms },
): void {
  const posts = all.starts.length - 1
  const counts = new Uint32Array(table.slots)
  const offered = new Uint32Array(table.slots)
  const together = new Uint32Array(table.slots)
  for (let ordinal = 0; ordinal < posts; ordinal++) {
    const own = listSlots(all, ordinal)
    const others = listNearest(alike, ordinal)
    const words = own.map((slot) => said.listWords(slot))
    for (const slot of own) {
      counts[slot] = (counts[slot] ?? 0) + 1
      offered[slot] = (offered[slot] ?? 0) + others.length
    }
    for (const other of others) {
      said.look(other)
      for (const [at, slot] of own.entries()) {
        if (said.has(slot, words[at] ?? [])) together[slot] = (together[slot] ?? 0) + 1
      }
    }
  }
  const isScattered = new Map<number, boolean>()
  const ofAll = toStep(posts)
  const ofWords = toStep(wordPosts)
  for (const [at, slot] of all.slots.entries()) {
    let scattered = isScattered.get(slot)
    if (scattered === undefined) {
      const share = (together[slot] ?? 0) / Math.max(1, offered[slot] ?? 0)
      const among = table.characters[slot] === 0 ? ofWords : ofAll
      const byChance = (said.count(slot, counts[slot] ?? 0) - 1) / among
      const isPlain = table.characters[slot] === 0 && table.named[slot] === 0
      scattered = share * share < leastLift * byChance || (isPlain && byChance > mostOfPlain)
      isScattered.set(slot, scattered)
    }
    if (scattered) all.shares[at] = 0
  }
}

/** Among fewer posts chance tells nothing. */
const leastPosts = 64

/** A power of two, so that one post more changes few terms. */
function toStep(posts: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(leastPosts, posts)))
}

function listNearest({ perPost, ordinals }: AlikePosts, ordinal: number): number[] {
  const start = ordinal * perPost
  const list: number[] = []
  for (const entry of ordinals.subarray(start, start + Math.min(perPost, relatedPerPost))) {
    if (entry !== 0) list.push(entry - 1)
  }
  return list
}

function listSlots({ starts, slots, shares }: AllTopics, ordinal: number): number[] {
  const list: number[] = []
  for (let at = starts[ordinal] ?? 0; at < (starts[ordinal + 1] ?? 0); at++) {
    if (shares[at] !== 0) list.push(slots[at] ?? 0)
  }
  return list
}
