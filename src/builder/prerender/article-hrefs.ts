import type { ArticleHrefs } from '#article/article-hrefs.ts'
import { idPrefix } from '#core/html-policy.ts'
import { openFilter, toSearchParams, withValue } from '#core/timeline-filter.ts'

/** Links of a prerendered article, for a site below `base` (with `/` at both ends). */
export function toArticleHrefs(base: string): ArticleHrefs {
  return {
    facet: (facet, value) =>
      `${base}?${toSearchParams(withValue(openFilter, facet, value, 'include')).toString()}`,
    post: (id) => `${base}posts/${id}`,
    place: (_, name) => `#${idPrefix}${name}`,
    day: (day) => `${base}?${toSearchParams({ ...openFilter, from: day, to: day }).toString()}`,
  }
}
