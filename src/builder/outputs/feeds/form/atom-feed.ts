import { feedForms } from '#core/address/feed-path.ts'
import type { FeedEntry, FeedHead, FeedWriter } from './feed.ts'
import { xmlAround, xmlEmpty, xmlHead, xmlText } from '#core/text/xml-text.ts'

/**
 * Atom requires a time in each entry, but an archive may not know it. No post can have this one: no feed reader takes
 * it for news, and it sorts undated posts last, as the archive does.
 */
const unknownTime = '0001-01-01T00:00:00Z'

/** Atom, RFC 4287. */
export const atomWriter: FeedWriter = {
  writeEntry: (entry) => `${xmlAround('entry', toParts(entry), { 'xml:lang': entry.language })}\n`,
  writeFeed: (head, entries) => {
    const attributes = { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': head.language }
    const parts = `\n${toHead(head)}\n${entries.join('')}`
    return `${xmlHead}${xmlAround('feed', parts, attributes)}\n`
  },
}

function toHead({ title, description, publisher, home, self, orderedAt }: FeedHead): string {
  return [
    xmlText('id', self),
    xmlText('title', title),
    description === title ? '' : xmlText('subtitle', description),
    xmlText('updated', orderedAt ?? unknownTime),
    xmlEmpty('link', { rel: 'self', type: feedForms.atom.type, href: self }),
    xmlEmpty('link', { rel: 'alternate', type: 'text/html', href: home }),
    xmlAround('author', xmlText('name', publisher)),
    xmlText('generator', 'Broadsheet'),
  ].join('')
}

function toParts(entry: FeedEntry): string {
  const { id, title, address, sourceUrl, orderedAt, publishedAt, authors, labels } = entry
  return [
    xmlText('id', id),
    xmlText('title', title),
    xmlText('updated', orderedAt ?? unknownTime),
    publishedAt === undefined ? '' : xmlText('published', publishedAt),
    xmlEmpty('link', { rel: 'alternate', type: 'text/html', href: address }),
    sourceUrl === undefined ? '' : xmlEmpty('link', { rel: 'via', href: sourceUrl }),
    ...authors.map((author) => xmlAround('author', xmlText('name', author))),
    ...labels.map((term) => xmlEmpty('category', { term })),
    xmlText(entry.isWhole ? 'content' : 'summary', entry.html, { type: 'html' }),
  ].join('')
}
