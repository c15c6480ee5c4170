import type { ArticleBody } from '#contract/body-pack.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import { isDense } from '#search/fold/character-class.ts'
import type { OrderedPost } from '../order/order-posts.ts'
import { listPostTopics } from './post-topics.ts'
import { reasonsPerPost, relatedPerPost, ties, type RelatedColumns } from './related-columns.ts'
import { toPostPublisher } from './survey-terms.ts'
import type { TermTable } from './term-table.ts'
import { topicsPerPost } from './topic-lists.ts'

/** A post that another one leads on to. */
type RelatedPost = NonNullable<ArticleBody['related']>[number]

interface RelatedParts {
  columns: RelatedColumns
  /** See `chooseTopics`. */
  chosen: Uint32Array
  terms: { table: TermTable; isTerm: Uint8Array }
}

/** Of a longer title the beginning is enough to choose by; characters of scripts without spaces count twice. */
const mostWidth = 72

/** The related posts of each post, kept as numbers and put into words only where they are written. */
export class RelatedPosts {
  readonly #posts: readonly OrderedPost[]
  readonly #parts: RelatedParts

  constructor(posts: readonly OrderedPost[], parts: RelatedParts) {
    this.#posts = posts
    this.#parts = parts
  }

  /** Key of what `of` returns beside the post's own record; empty when there is nothing. */
  keyOf(ordinal: number): string {
    const { columns } = this.#parts
    let key = ''
    for (const { entry, post } of this.#list(ordinal)) {
      key += `${post.id} ${post.cached.record.hash} ${columns.ties[entry] ?? 0}`
      for (const reason of this.#reasons(entry)) key += ` ${this.#slot(ordinal, reason)}`
      key += ';'
    }
    return key
  }

  /** The related posts of a post, the best first; `undefined` when there are none. */
  of(ordinal: number): RelatedPost[] | undefined {
    const list = this.#list(ordinal)
    const own = this.#posts[ordinal]
    if (list.length === 0 || own === undefined) return undefined
    const { terms, columns } = this.#parts
    const ownSource = toPostPublisher(own.cached)
    const isReasoned = list.some(({ entry }) => this.#reasons(entry).length > 0)
    const topics = isReasoned ? listPostTopics(own, terms) : []
    const written = new Map(topics.map((topic) => [topic.slot, topic.written]))
    return list.map(({ entry, post }) => {
      const source = toPostPublisher(post.cached)
      const tie = ties[columns.ties[entry] ?? 0]
      const named = this.#reasons(entry).flatMap(
        (reason) => written.get(this.#slot(ordinal, reason)) ?? [],
      )
      const found: RelatedPost = { id: post.id, title: toTitle(post) }
      const on = post.cached.row.knownPart
      if (on !== undefined) found.on = on
      if (source !== ownSource) found.source = source
      if (tie === 'address' || tie === 'text') found.tie = tie
      if (named.length > 0) found.terms = named
      return found
    })
  }

  #list(ordinal: number): { entry: number; post: OrderedPost }[] {
    const list: { entry: number; post: OrderedPost }[] = []
    for (let at = 0; at < relatedPerPost; at++) {
      const entry = ordinal * relatedPerPost + at
      const post = this.#posts[(this.#parts.columns.ordinals[entry] ?? 0) - 1]
      if (post !== undefined) list.push({ entry, post })
    }
    return list
  }

  #reasons(entry: number): number[] {
    const { reasons } = this.#parts.columns
    const start = entry * reasonsPerPost
    return [...reasons.subarray(start, start + reasonsPerPost)].filter((reason) => reason > 0)
  }

  /** The slot of one of a post's own topics, by its place plus 1. */
  #slot(ordinal: number, reason: number): number {
    return (this.#parts.chosen[ordinal * topicsPerPost + reason - 1] ?? 0) - 1
  }
}

function toTitle({ id, cached }: OrderedPost): string {
  const { title, fileName, row } = cached
  const { author, tags, sourceHost } = row
  const shown = toDisplayTitle({ id, title, slug: fileName, author, tags, sourceHost })
  return cutTitle(shown)
}

function cutTitle(title: string): string {
  const characters = Array.from(title)
  let width = 0
  const end = characters.findIndex((character) => {
    width += isDense(character.charCodeAt(0)) ? 2 : 1
    return width > mostWidth
  })
  return end === -1 ? title : `${characters.slice(0, end).join('').trimEnd()}…`
}
