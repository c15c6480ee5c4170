import type { AllTopics } from '../related/topic-lists.ts'

/** As if each source had so many posts more, as frequent in the term as the whole archive. */
const leastPosts = 10

/** How often the posts of each source are about some terms. */
export class SourceRates {
  readonly #groupOf: Uint32Array
  readonly #posts: Uint32Array
  readonly #counts = new Map<number, number>()
  readonly #totals = new Map<number, number>()

  /** Counts the terms in `slots`; `groupOf` has the source of each post, `isShown` whether it counts. */
  constructor(
    topics: AllTopics,
    {
      slots,
      groupOf,
      groups,
      isShown,
    }: {
      slots: ReadonlySet<number>
      groupOf: Uint32Array
      groups: number
      isShown: (ordinal: number) => boolean
    },
  ) {
    this.#groupOf = groupOf
    this.#posts = new Uint32Array(groups)
    for (const [ordinal, group] of groupOf.entries()) {
      if (!isShown(ordinal)) continue
      this.#posts[group] = (this.#posts[group] ?? 0) + 1
      for (const slot of listSlots(topics, ordinal)) {
        if (!slots.has(slot)) continue
        const key = this.#key(slot, group)
        this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
        this.#totals.set(slot, (this.#totals.get(slot) ?? 0) + 1)
      }
    }
  }

  /**
   * How many of the posts from `start` to `end` would be about a term if each were about it as often as its source is at
   * other times.
   */
  expect(slot: number, topics: AllTopics, { start, end }: { start: number; end: number }): number {
    const within = new Map<number, { posts: number; count: number }>()
    for (let ordinal = start; ordinal < end; ordinal++) {
      const group = this.#groupOf[ordinal] ?? 0
      const known = within.get(group) ?? { posts: 0, count: 0 }
      known.posts++
      if (listSlots(topics, ordinal).includes(slot)) known.count++
      within.set(group, known)
    }
    const usual = (this.#totals.get(slot) ?? 0) / this.#groupOf.length
    let expected = 0
    for (const [group, { posts, count }] of within) {
      const others = Math.max(0, (this.#posts[group] ?? 0) - posts)
      const counted = Math.max(0, (this.#counts.get(this.#key(slot, group)) ?? 0) - count)
      expected += (posts * (counted + leastPosts * usual)) / (others + leastPosts)
    }
    return expected
  }

  #key(slot: number, group: number): number {
    return slot * this.#posts.length + group
  }
}

function listSlots({ starts, slots, shares }: AllTopics, ordinal: number): number[] {
  const list: number[] = []
  for (let at = starts[ordinal] ?? 0; at < (starts[ordinal + 1] ?? 0); at++) {
    if (shares[at] !== 0) list.push(slots[at] ?? 0)
  }
  return list
}
