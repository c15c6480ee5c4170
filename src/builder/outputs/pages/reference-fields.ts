import { listAuthors } from '#core/post/authors.ts'
import { toKnownDay } from '#core/time/known-day.ts'
import type { ArticleFacts } from './article-facts.ts'

/** A name of a field, and what it holds; nothing where that is not known. */
export type ReferenceField = [name: string, content: string | undefined]

/** The vocabulary of Dublin Core, which its names are of where a page says so. */
export const dublinCore = 'http://purl.org/dc/elements/1.1/'

/**
 * What reference managers read of an article beside its `citation_*` fields: Dublin Core as HTML writes it (DC-HTML), the
 * publication's name in PRISM, and for Zotero what the article is, which would else take it for one of a journal. The
 * original stands in `citation_public_url` alone; as `DC.source` it would be read as the name of a publication.
 */
export function listReferenceFields({ title, summary, pageUrl }: ArticleFacts): ReferenceField[] {
  const { sourceName, sourceHost, language, kind, publishedAt, tags } = summary
  const publisher = sourceName ?? sourceHost
  return [
    ['DC.title', title],
    ...listAuthors(summary).map((author): ReferenceField => ['DC.creator', author]),
    ['DC.publisher', publisher],
    ['DC.date', publishedAt ?? toKnownDay(summary)],
    ['DC.language', language],
    ['DC.identifier', pageUrl],
    ...tags.map((tag): ReferenceField => ['DC.subject', tag]),
    ['prism.publicationName', publisher],
    ['z:itemType', kind === 'video' ? undefined : 'webpage'],
  ]
}
