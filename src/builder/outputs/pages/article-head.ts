import { toArticleFacts, type ArticleFacts, type HeadSource } from './article-facts.ts'
import { toArticleJsonLd } from './article-json-ld.ts'
import { toDataBlock } from '#core/html/data-block.ts'
import { escapeHtml } from '#core/html/escape-html.ts'
import { toOpenGraphLocale } from './open-graph-locale.ts'
import type { PreviewImage } from './preview-image.ts'
import { dublinCore, listReferenceFields } from './reference-fields.ts'
import { listAuthors } from '#core/post/authors.ts'
import { toKnownDay } from '#core/time/known-day.ts'

/** The part of a page's head for search engines, link previews and reference managers; what is unknown is left out. */
export function toArticleHead(source: HeadSource): string {
  const facts = toArticleFacts(source)
  const canonical = toCanonical(facts)
  const lines = [
    ...listPlainFields(facts),
    ...listImageFields(facts.image),
    ...listKindFields(facts),
    `<link rel="schema.DC" href="${dublinCore}">`,
    ...listReferenceFields(facts).map(([name, content]) => toMeta({ name }, content)),
    canonical === undefined ? '' : `<link rel="canonical" href="${escapeHtml(canonical)}">`,
    toDataBlock({ type: 'application/ld+json' }, toArticleJsonLd(facts)),
  ]
  return lines.filter((line) => line !== '').join('\n')
}

// Phones share what is canonical, so it has to lead here: the original may be gone, or blocked where the reader is.
function toCanonical({ pageUrl, body, canonical }: ArticleFacts): string | undefined {
  const [first, second] =
    canonical === 'original' ? [body.sourceUrl, pageUrl] : [pageUrl, body.sourceUrl]
  return first ?? second
}

// One element can carry a fact under several names. Twitter reads OpenGraph where it finds no names of its own.
function listPlainFields(facts: ArticleFacts): string[] {
  const { title, description, summary, siteTitle, pageUrl, originalUrl, locale, image } = facts
  const isLarge = image !== undefined && !image.isCard
  return [
    toMeta({ name: 'description', property: 'og:description' }, description),
    toMeta({ name: 'twitter:card' }, isLarge ? 'summary_large_image' : 'summary'),
    toMeta({ name: 'citation_title', property: 'og:title' }, title),
    toMeta({ name: 'citation_public_url' }, originalUrl),
    toMeta({ property: 'og:url' }, pageUrl),
    toMeta({ property: 'og:site_name' }, siteTitle),
    toMeta({ property: 'og:locale' }, toOpenGraphLocale(summary.language ?? locale)),
  ]
}

function listImageFields(image: PreviewImage | undefined): string[] {
  return [
    toMeta({ property: 'og:image' }, image?.url),
    toMeta({ property: 'og:image:width' }, image?.width?.toString()),
    toMeta({ property: 'og:image:height' }, image?.height?.toString()),
    toMeta({ property: 'og:image:alt' }, image?.alt),
  ]
}

/** OpenGraph has different names for the same facts of videos and articles. */
function listKindFields({ summary, body }: ArticleFacts): string[] {
  const { kind, tags, publishedAt, categories } = summary
  const isVideo = kind === 'video'
  const type = isVideo ? 'video' : 'article'
  const section = categories?.[0] ?? body.derived?.categories?.[0]
  return [
    toMeta({ property: 'og:type' }, isVideo ? 'video.other' : 'article'),
    toMeta(
      {
        name: 'citation_publication_date',
        property: isVideo ? 'video:release_date' : 'article:published_time',
      },
      publishedAt ?? toKnownDay(summary),
    ),
    ...listAuthors(summary).flatMap((author) => [
      toMeta({ name: 'author', ...(isVideo ? {} : { property: 'article:author' }) }, author),
      toMeta({ name: 'citation_author' }, author),
    ]),
    isVideo ? '' : toMeta({ property: 'article:section' }, section),
    ...tags.map((tag) => toMeta({ property: `${type}:tag` }, tag)),
  ]
}

/** A name for search engines or reference managers, a property of OpenGraph, or both. */
interface MetaNames {
  name?: string
  property?: string
}

function toMeta(names: MetaNames, content: string | undefined): string {
  if (content === undefined || content === '') return ''
  const keys = Object.entries(names).map(([key, name]) => `${key}="${String(name)}"`)
  return `<meta ${keys.join(' ')} content="${escapeHtml(content)}">`
}
