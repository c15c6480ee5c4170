import { toArticleFacts, type ArticleFacts, type HeadSource } from './article-facts.ts'
import { toArticleJsonLd } from './article-json-ld.ts'
import { toDataBlock } from '#builder/site/page/data-block.ts'
import { escapeHtml } from '#builder/ground/text/escape-html.ts'
import { toOpenGraphLocale } from './open-graph-locale.ts'
import type { PreviewImage } from './preview-image.ts'

/** The part of a page's head for search engines and link previews; what is unknown is left out. */
export function toArticleHead(source: HeadSource): string {
  const facts = toArticleFacts(source)
  // The article belongs to its source, so search engines should index it there.
  const canonical = source.body.sourceUrl ?? facts.pageUrl
  const lines = [
    ...listPlainFields(facts),
    ...listImageFields(facts.image),
    ...listKindFields(facts),
    canonical === undefined ? '' : `<link rel="canonical" href="${escapeHtml(canonical)}">`,
    toDataBlock({ type: 'application/ld+json' }, toArticleJsonLd(facts)),
  ]
  return lines.filter((line) => line !== '').join('\n')
}

function listPlainFields(facts: ArticleFacts): string[] {
  const { title, description, summary, siteTitle, pageUrl, locale, image } = facts
  const isLarge = image !== undefined && !image.isCard
  // One element can carry a fact under several names.
  return [
    toMeta({ name: 'description', property: 'og:description' }, description),
    toMeta({ name: 'twitter:description' }, description),
    toMeta({ name: 'author' }, summary.author),
    toMeta({ name: 'twitter:card' }, isLarge ? 'summary_large_image' : 'summary'),
    toMeta({ name: 'twitter:title', property: 'og:title' }, title),
    toMeta({ property: 'og:url' }, pageUrl),
    toMeta({ property: 'og:site_name' }, siteTitle),
    toMeta({ property: 'og:locale' }, toOpenGraphLocale(summary.language ?? locale)),
  ]
}

function listImageFields(image: PreviewImage | undefined): string[] {
  return [
    toMeta({ name: 'twitter:image', property: 'og:image' }, image?.url),
    toMeta({ property: 'og:image:width' }, image?.width?.toString()),
    toMeta({ property: 'og:image:height' }, image?.height?.toString()),
    toMeta({ name: 'twitter:image:alt', property: 'og:image:alt' }, image?.alt),
  ]
}

/** OpenGraph has different names for the same facts of videos and articles. */
function listKindFields({ summary, body }: ArticleFacts): string[] {
  const { kind, tags, author, publishedAt, publishedOn, categories } = summary
  const isVideo = kind === 'video'
  const type = isVideo ? 'video' : 'article'
  const section = categories?.[0] ?? body.derived?.categories?.[0]
  return [
    toMeta({ property: 'og:type' }, isVideo ? 'video.other' : 'article'),
    toMeta(
      { property: isVideo ? 'video:release_date' : 'article:published_time' },
      publishedAt ?? publishedOn,
    ),
    isVideo ? '' : toMeta({ property: 'article:author' }, author),
    isVideo ? '' : toMeta({ property: 'article:section' }, section),
    ...tags.map((tag) => toMeta({ property: `${type}:tag` }, tag)),
  ]
}

/** A name for search engines or Twitter, a property of OpenGraph, or both. */
interface MetaNames {
  name?: string
  property?: string
}

function toMeta(names: MetaNames, content: string | undefined): string {
  if (content === undefined || content === '') return ''
  const keys = Object.entries(names).map(([key, name]) => `${key}="${String(name)}"`)
  return `<meta ${keys.join(' ')} content="${escapeHtml(content)}">`
}
