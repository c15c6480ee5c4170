import type { FacetName } from '#core/facet/facet.ts'
import type { PostId } from '#core/post/post-id.ts'

/**
 * Targets of an article's internal links. The reader and the prerenderer know the site's base path, the article does
 * not.
 */
export interface ArticleHrefs {
  /** The timeline narrowed to one facet value. */
  facet(facet: FacetName, value: string): string
  /** The page of a post. */
  post(id: PostId): string
  /** Set where a post that the article leads on to may have no page: only its title stands there. */
  leavesRelated?: boolean
  /** A place in the text of a post, by its id without the prefix that all ids in articles have. */
  place(id: PostId, name: string): string
  /** The timeline narrowed to one day, `YYYY-MM-DD` in the archive's zone, or to a month or year. */
  day(day: string): string
}
