import type { ListFormat } from './list-format.ts'
import type { Reference, ReferenceContext } from './reference.ts'

const columns: Readonly<
  Record<string, (reference: Reference, context: ReferenceContext) => string | undefined>
> = {
  title: ({ title }) => title,
  authors: ({ authors }) => authors.join('; '),
  source: ({ source }) => source,
  published: ({ published }) => published,
  source_time: ({ sourceTime }) => sourceTime,
  original: ({ original }) => original,
  archive: ({ archive }) => archive,
  tags: ({ tags }) => tags.join('; '),
  categories: ({ categories }) => categories.join('; '),
  language: ({ language }) => language,
  kind: ({ kind }) => kind,
  id: ({ id }) => id,
  accessed: (_, { accessed }) => accessed,
  sha256: ({ sha256 }) => sha256,
  key_print: (_, { keyPrint }) => keyPrint,
}

/**
 * Comma-separated values (RFC 4180): a header line, then a line a post, ending in CRLF. Begins with a byte order mark,
 * without which Excel takes UTF-8 for another encoding. Several authors or tags share a cell, with `; ` between them.
 */
export const csvFormat: ListFormat = {
  extension: 'csv',
  contentType: 'text/csv;charset=utf-8',
  head: () => `\u{FEFF}${toRecord(Object.keys(columns))}`,
  entry: (reference, context) =>
    toRecord(Object.values(columns).map((read) => read(reference, context) ?? '')),
  separator: '',
  tail: '',
}

function toRecord(cells: readonly string[]): string {
  return `${cells.map(toCell).join(',')}\r\n`
}

/**
 * Spreadsheets run a cell that begins like a formula, and titles are other people's texts: an apostrophe before it makes
 * it text, as OWASP recommends ("CSV Injection").
 */
function toCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
