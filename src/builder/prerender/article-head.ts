import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { toDisplayTitle } from '#core/display-title.ts'
import { escapeHtml } from './escape-html.ts'

/** What the head of an article's page tells search engines and link previews; unknown things are left out. */
export function toArticleHead({
  summary,
  body,
  siteTitle,
}: {
  summary: PostSummary
  body: ArticleBody
  siteTitle: string
}): string {
  const { excerpt, publishedAt, publishedOn, author, leadImage, tags } = summary
  const lines = [
    toMeta('name', 'description', excerpt),
    toMeta('name', 'author', author),
    toMeta('property', 'og:type', 'article'),
    toMeta(
      'property',
      'og:title',
      toDisplayTitle({ ...summary, title: body.title ?? summary.title }),
    ),
    toMeta('property', 'og:site_name', siteTitle),
    toMeta('property', 'og:description', excerpt),
    toMeta('property', 'og:image', leadImage?.url),
    toMeta('property', 'article:published_time', publishedAt ?? publishedOn),
    ...tags.map((tag) => toMeta('property', 'article:tag', tag)),
    // The article belongs to its source: search engines should find it there.
    body.sourceUrl === undefined
      ? ''
      : `<link rel="canonical" href="${escapeHtml(body.sourceUrl)}">`,
  ]
  return lines.filter((line) => line !== '').join('\n')
}

function toMeta(key: 'name' | 'property', name: string, content: string | undefined): string {
  return content === undefined ? '' : `<meta ${key}="${name}" content="${escapeHtml(content)}">`
}
