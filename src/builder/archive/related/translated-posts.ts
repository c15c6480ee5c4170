import type { PostId } from '#core/post/post-id.ts'
import type { OrderedPost } from '../order/order-posts.ts'

type Translated = Pick<OrderedPost, 'id' | 'translations' | 'supersededBy'> & {
  cached: { row: Pick<OrderedPost['cached']['row'], 'language'> }
}

/** Tells which posts are the same in other languages. */
export class TranslatedPosts {
  readonly #posts: readonly Translated[]
  readonly #others = new Map<number, readonly number[]>()

  /** `posts` are in ordinal order. */
  constructor(posts: readonly Translated[]) {
    this.#posts = posts
    const ids = new Set<PostId>()
    for (const { translations = [] } of posts) for (const { id } of translations) ids.add(id)
    const ordinals = new Map<PostId, number>()
    if (ids.size === 0) return
    for (const [ordinal, { id }] of posts.entries()) if (ids.has(id)) ordinals.set(id, ordinal)
    for (const [ordinal, { translations }] of posts.entries()) {
      if (translations === undefined) continue
      const others = translations.flatMap(({ id }) => ordinals.get(id) ?? [])
      this.#others.set(
        ordinal,
        others.filter((other) => posts[other]?.supersededBy === undefined),
      )
    }
  }

  /**
   * Whether another post is none to lead on to from a post: because it is the same in another language, or is there in
   * the language of the post as well.
   */
  isBetterElsewhere(own: number, other: number): boolean {
    // Nearly all posts have no translation: nothing more is asked of them.
    const others = this.#others.get(other)
    if (others === undefined) return false
    if (others.includes(own)) return true
    const language = this.#languageOf(own)
    if (language === undefined || language === this.#languageOf(other)) return false
    return others.some((each) => this.#languageOf(each) === language)
  }

  #languageOf(ordinal: number): string | undefined {
    return this.#posts[ordinal]?.cached.row.language
  }
}
