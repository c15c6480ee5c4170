import type { OrderedPost } from '../order/order-posts.ts'
import { foldWritten } from '../terms/fold-table.ts'
import { PackedTerms } from '../terms/packed-terms.ts'
import { findTitleTerms } from './title-terms.ts'
import { isOwn, toPostPublisher } from './survey-terms.ts'
import type { TermTable } from './term-table.ts'

/** A term that a post is about. */
export interface PostTopic {
  /** Slot of the term. */
  slot: number
  /** How much of the post it is, whatever it is elsewhere. */
  share: number
  folded: string
  written: string
}

const titleBonus = 1.6
const commonPart = 0.6

/**
 * Lists the terms that a post is about, in no special order; none that is mostly a part of another of them, and none that
 * is part of its source's name, which stands beside it.
 */
export function listPostTopics(
  post: OrderedPost,
  { table, isTerm }: { table: TermTable; isTerm: Uint8Array },
): PostTopic[] {
  const topics = new Map<number, PostTopic>()
  const { title } = post.cached
  if (title !== undefined) {
    for (const { slot, written } of findTitleTerms(title, table, isTerm)) {
      topics.set(slot, { slot, share: titleBonus, folded: foldWritten(written), written })
    }
  }
  const cursor = new PackedTerms()
  cursor.open(post.cached.terms)
  while (cursor.next()) {
    if (!isOwn(cursor, post)) continue
    const slot = table.find(cursor.hash())
    if (isTerm[slot] !== 1) continue
    const known = topics.get(slot)
    const { folded, written } = cursor
    // A name in a script with capitals has one.
    const named = written === folded && table.characters[slot] === 0 ? commonPart : 1
    const share = Math.log2(1 + cursor.count) * (known === undefined ? 1 : titleBonus) * named
    topics.set(slot, { slot, share, folded, written: known?.written ?? written })
  }
  const all = [...topics.values()]
  const source = foldWritten(toPostPublisher(post.cached))
  return all.filter(
    (topic) =>
      !source.includes(topic.folded) &&
      !all.some(
        (other) =>
          other.folded.length > topic.folded.length &&
          other.share >= topic.share * 0.6 &&
          other.folded.includes(topic.folded),
      ),
  )
}
