import { listAuthors } from '#core/post/authors.ts'
import { parseVideoUrl, toPlayerUrl } from '#core/address/video-url.ts'
import { toKnownDay } from '#core/time/known-day.ts'
import type { ArticleFacts } from './article-facts.ts'

/**
 * The article in the vocabulary of schema.org; JSON leaves out what is `undefined`. A day alone stays a day. Address and
 * description are in the elements of the head, where search engines read them too.
 */
export function toArticleJsonLd(facts: ArticleFacts): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    ...(facts.summary.kind === 'video' ? toVideoFields(facts) : toArticleFields(facts)),
    inLanguage: facts.summary.language,
    isBasedOn: facts.originalUrl,
    author: toPersons(facts.summary),
    publisher: toNamed('Organization', facts.summary.sourceName ?? facts.summary.sourceHost),
  }
}

function toArticleFields({ title, summary, image }: ArticleFacts) {
  return {
    '@type': 'NewsArticle',
    headline: title,
    datePublished: summary.publishedAt ?? toKnownDay(summary),
    image: image?.url,
  }
}

function toVideoFields({ title, summary, body, image }: ArticleFacts) {
  const video = parseVideoUrl(body.sourceUrl ?? '')
  return {
    '@type': 'VideoObject',
    name: title,
    uploadDate: summary.publishedAt ?? toKnownDay(summary),
    thumbnailUrl: image?.url,
    embedUrl: video && toPlayerUrl(video),
  }
}

function toPersons(summary: ArticleFacts['summary']) {
  const persons = listAuthors(summary).map((name) => toNamed('Person', name))
  return persons.length > 1 ? persons : persons[0]
}

function toNamed(type: 'Person' | 'Organization', name: string | undefined) {
  return name === undefined ? undefined : { '@type': type, name }
}
