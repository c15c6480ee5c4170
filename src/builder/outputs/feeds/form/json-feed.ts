import { toAllowedText } from '#core/text/xml-text.ts'
import type { FeedEntry, FeedWriter } from './feed.ts'

/** JSON Feed 1.1. */
export const jsonWriter: FeedWriter = {
  writeEntry: (entry) => toJson(toItem(entry)),
  writeFeed: ({ title, description, home, self, language }, entries) => {
    const head = toJson({
      version: 'https://jsonfeed.org/version/1.1',
      title,
      home_page_url: home,
      feed_url: self,
      description,
      language,
    })
    return `${head.slice(0, -1)},"items":[\n${entries.join(',\n')}\n]}\n`
  },
}

function toItem(entry: FeedEntry): object {
  const { id, title, address, sourceUrl, publishedAt, publishedOn, authors, labels } = entry
  const { html, excerpt, language, sourceTimestamp } = entry
  const isSaid = publishedOn !== undefined || sourceTimestamp !== undefined
  return {
    id,
    url: address,
    external_url: sourceUrl,
    title,
    content_html: html,
    summary: excerpt,
    date_published: publishedAt,
    authors: authors.length === 0 ? undefined : authors.map((name) => ({ name })),
    tags: labels.length === 0 ? undefined : labels,
    language,
    // The format has no field for a day alone, nor for the source's own time, verbatim.
    _broadsheet: isSaid
      ? { published_on: publishedOn, source_timestamp: sourceTimestamp }
      : undefined,
  }
}

function toJson(value: object): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' ? toAllowedText(part) : part,
  )
}
