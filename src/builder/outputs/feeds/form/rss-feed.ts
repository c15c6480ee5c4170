import { feedForms } from '#core/address/feed-path.ts'
import type { FeedEntry, FeedHead, FeedWriter } from './feed.ts'
import { xmlAround, xmlEmpty, xmlHead, xmlText } from '#core/text/xml-text.ts'

const namespaces = {
  version: '2.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
}

/**
 * RSS 2.0, with modules for what its own elements cannot express: an author's name, a day alone, the source, the whole
 * text.
 */
export const rssWriter: FeedWriter = {
  writeEntry: (entry) => `${xmlAround('item', toParts(entry))}\n`,
  writeFeed: (head, entries) =>
    `${xmlHead}${xmlAround('rss', xmlAround('channel', `\n${toHead(head)}\n${entries.join('')}`), namespaces)}\n`,
}

function toHead({ title, description, home, self, publishedAt, language }: FeedHead): string {
  return [
    xmlText('title', title),
    xmlText('link', home),
    xmlText('description', description),
    xmlEmpty('atom:link', { rel: 'self', type: feedForms.rss.type, href: self }),
    language === undefined ? '' : xmlText('language', language),
    publishedAt === undefined ? '' : xmlText('lastBuildDate', toMailDate(publishedAt)),
    xmlText('generator', 'Broadsheet'),
  ].join('')
}

function toParts(entry: FeedEntry): string {
  const { id, title, address, sourceUrl, publishedAt, publishedOn, authors, labels } = entry
  const { language, excerpt, isWhole, html } = entry
  return [
    xmlText('title', title),
    xmlText('link', address),
    xmlText('guid', id, { isPermaLink: 'false' }),
    publishedAt === undefined ? '' : xmlText('pubDate', toMailDate(publishedAt)),
    // The only date in these modules that may be a day alone.
    publishedOn === undefined ? '' : xmlText('dc:date', publishedOn),
    ...authors.map((author) => xmlText('dc:creator', author)),
    // Not `source`, which is the feed an item was taken from.
    sourceUrl === undefined ? '' : xmlText('dc:source', sourceUrl),
    language === undefined ? '' : xmlText('dc:language', language),
    ...labels.map((label) => xmlText('category', label)),
    isWhole && excerpt !== undefined ? xmlText('description', excerpt) : '',
    xmlText(isWhole ? 'content:encoded' : 'description', html),
  ].join('')
}

/** An instant as RFC 822 writes it, with four digits for the year: `Sun, 30 Aug 2020 21:56:11 +0000`. */
function toMailDate(instant: string): string {
  return new Date(instant).toUTCString().replace('GMT', '+0000')
}
