import type { ArticleHrefs } from '#article/article-hrefs.ts'
import { toListPath } from '#contract/browse-paths.ts'
import { idPrefix } from '#core/html/html-policy.ts'

/**
 * Links of a prerendered article, to lists that work without JavaScript. `base` has a leading and a trailing slash. The
 * reader replaces them when it takes over. Where not every post has a page, related posts are not linked: whether one has
 * would change with each new post, and the page with it.
 */
export function toArticleHrefs(base: string, hasAllPages: boolean): ArticleHrefs {
  return {
    facet: (facet, value) => `${base}${toListPath({ facet, value })}`,
    post: (id) => `${base}posts/${id}`,
    leavesRelated: !hasAllPages,
    place: (_, name) => `#${idPrefix}${name}`,
    day: (day) => `${base}${toListPath({ month: day.slice(0, 7) })}`,
  }
}
