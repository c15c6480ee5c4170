import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { parse as parseCsv } from 'csv-parse/sync'
import * as fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { listFormats, type ListFormatName } from './list-formats.ts'
import { toSingleLine, type Reference } from './reference.ts'

const context = {
  archiveTitle: 'Harbour & {Sea}',
  accessed: '2024-05-06',
  toAddress: (id: string) => `https://archive.example/posts/${id}/`,
}

function writeList(name: ListFormatName, references: readonly Reference[]): string {
  const format = listFormats[name]
  const head = 'head' in format ? format.head(context) : ''
  const entries = references.map((reference) => format.entry(reference, context))
  return head + entries.join(format.separator) + format.tail
}

const lamp: Reference = {
  id: '2020-08-30-aaaaaaaa',
  title: 'The lamp: 100% & {more} _under_ #1, 灯塔',
  authors: ['Mei Lin', 'Ana & Co'],
  source: 'Harbour News',
  published: '2020-08-30T21:56:11Z',
  sourceTime: '30/08/2020 - 22:43',
  original: 'https://harbour.example/a_b%20c?d=1&e={f}',
  archive: 'https://archive.example/posts/2020-08-30-aaaaaaaa/',
  tags: ['sea', 'lamps & oil'],
  categories: ['News'],
  language: 'en',
  kind: 'article',
}

/** A post of which nothing but its id and name is known. */
const bare: Reference = {
  id: 'undated-bbbbbbbb',
  title: 'x',
  authors: [],
  archive: 'https://archive.example/posts/undated-bbbbbbbb/',
  tags: [],
  categories: [],
  kind: 'video',
}

// Half surrogates are no text, and no format can hold them.
const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map(toSingleLine)
  .filter((text) => text !== '')
const anyReference = fc.record({
  id: fc.constantFrom('2020-08-30-aaaaaaaa', '1999-01-02-cccccccc'),
  title: line,
  authors: fc.array(line, { maxLength: 3 }),
  source: fc.option(line, { nil: undefined }),
  published: fc.constantFrom(undefined, '1984', '1984-03', '1984-03-09', '2020-08-30T21:56:11Z'),
  sourceTime: fc.option(line, { nil: undefined }),
  original: fc.option(fc.webUrl({ withQueryParameters: true }), { nil: undefined }),
  archive: fc.constant('https://archive.example/posts/2020-08-30-aaaaaaaa/'),
  tags: fc.array(line, { maxLength: 3 }),
  categories: fc.array(line, { maxLength: 2 }),
  language: fc.constantFrom(undefined, 'en', 'zh-Hant'),
  kind: fc.constantFrom('article' as const, 'video' as const),
})
const references = fc.array(anyReference, { maxLength: 4 })

/** Holds of every list of references. */
function claim(check: (list: Reference[]) => void): void {
  fc.assert(fc.property(references, check), { numRuns: 300 })
}

const readCsv = (text: string): Record<string, string>[] =>
  parseCsv(text, { columns: true, bom: true })

/** What Citation.js makes of BibTeX or RIS, as items of CSL-JSON. */
const readItems = (text: string) => new Cite(text).data

describe('CSV', () => {
  test('is read back cell by cell', () => {
    claim((list) => {
      const rows = readCsv(writeList('csv', list))
      expect(rows.map(({ title }) => title?.replace(/^'(?=[=+\-@])/, ''))).toEqual(
        list.map(({ title }) => title.replace(/^'(?=[=+\-@])/, '')),
      )
      expect(rows.map(({ original }) => original)).toEqual(
        list.map(({ original }) => original ?? ''),
      )
    })
  })

  test.each([
    ['=HYPERLINK("https://evil.example")', `'=HYPERLINK("https://evil.example")`],
    ['+1', `'+1`],
    ['-2 degrees', `'-2 degrees`],
    ['@harbour', `'@harbour`],
    ['a = b', 'a = b'],
  ])('a title %s is no formula', (title, cell) => {
    expect(readCsv(writeList('csv', [{ ...lamp, title }]))[0]?.['title']).toBe(cell)
  })

  test('has every part of a post, and empty cells for what is not known', () => {
    const [first, second] = readCsv(writeList('csv', [lamp, bare]))
    expect(first).toEqual({
      title: lamp.title,
      authors: 'Mei Lin; Ana & Co',
      source: 'Harbour News',
      published: '2020-08-30T21:56:11Z',
      source_time: '30/08/2020 - 22:43',
      original: lamp.original,
      archive: lamp.archive,
      tags: 'sea; lamps & oil',
      categories: 'News',
      language: 'en',
      kind: 'article',
      id: lamp.id,
      accessed: '2024-05-06',
      sha256: '',
      key_print: '',
    })
    expect(second?.['authors']).toBe('')
  })
})

test('JSON Lines are read back as they were, with the day of the export', () => {
  claim((list) => {
    const lines = writeList('jsonl', list).split('\n').slice(0, -1)
    expect(lines.map((text): unknown => JSON.parse(text))).toEqual(
      list.map((reference) => JSON.parse(JSON.stringify({ ...reference, accessed: '2024-05-06' }))),
    )
  })
})

test('the Markdown list has an item a post, whose link leads to the archive and says the title', () => {
  claim((list) => {
    const tokens = new MarkdownIt().parse(writeList('markdown', list), {})
    expect(tokens.filter(({ type }) => type === 'list_item_open')).toHaveLength(list.length)
    const items = tokens.filter(({ type, level }) => type === 'inline' && level > 1)
    expect(items.map(({ children }) => children?.[0]?.attrGet('href'))).toEqual(
      list.map(({ archive }) => archive),
    )
    const said = items.map(({ children }) => {
      const end = children?.findIndex(({ type }) => type === 'link_close')
      return children
        ?.slice(1, end)
        .map(({ content }) => content)
        .join('')
    })
    expect(said).toEqual(list.map(({ title }) => title))
  })
})

describe('BibTeX', () => {
  test('is read by a parser with title, author, address and date', () => {
    expect(readItems(writeList('bibtex', [lamp, bare]))).toMatchObject([
      {
        type: 'webpage',
        'citation-key': 'post-2020-08-30-aaaaaaaa',
        title: lamp.title,
        author: [{ family: 'Mei Lin' }, { family: 'Ana & Co' }],
        publisher: 'Harbour News',
        issued: { 'date-parts': [[2020, 8, 30]] },
        accessed: { 'date-parts': [[2024, 5, 6]] },
        URL: 'https://harbour.example/a_b%20c?d=1&e=%7Bf%7D',
        note: `Source's own time: 30/08/2020 - 22:43. Archived in Harbour & {Sea}: ${lamp.archive}`,
        language: 'en',
      },
      { title: 'x', URL: bare.archive },
    ])
  })

  test('is read back whatever the texts are', () => {
    claim((list) => {
      const items = list.length === 0 ? [] : readItems(writeList('bibtex', list))
      expect(items.map(({ title }) => toSpaced(title))).toEqual(
        list.map(({ title }) => toSpaced(title)),
      )
    })
  })
})

describe('RIS', () => {
  test('is read by a parser with title, author, address, days and words', () => {
    expect(readItems(writeList('ris', [lamp, bare]))).toMatchObject([
      {
        type: 'webpage',
        title: lamp.title,
        author: [{ literal: 'Mei Lin' }, { literal: 'Ana & Co' }],
        issued: { 'date-parts': [[2020, 8, 30]] },
        URL: lamp.original,
        keyword: 'sea,lamps & oil',
        language: 'en',
      },
      { title: 'x', URL: bare.archive },
    ])
  })

  test('has a tag a line, from TY to ER', () => {
    expect(writeList('ris', [lamp]).split('\r\n')).toEqual([
      'TY  - ELEC',
      `TI  - ${lamp.title}`,
      'AU  - Mei Lin',
      'AU  - Ana & Co',
      'T2  - Harbour News',
      'PY  - 2020',
      'DA  - 2020/08/30/',
      'Y2  - 2024/05/06/',
      `UR  - ${lamp.original}`,
      "N1  - Source's own time: 30/08/2020 - 22:43",
      `N1  - Archived in Harbour & {Sea}: ${lamp.archive}`,
      'KW  - sea',
      'KW  - lamps & oil',
      'LA  - en',
      'DB  - Harbour & {Sea}',
      `AN  - ${lamp.id}`,
      'ER  - ',
      '',
    ])
  })

  test('is read back whatever the texts are', () => {
    claim((list) => {
      const items = list.length === 0 ? [] : readItems(writeList('ris', list))
      expect(items.map(({ title }) => title)).toEqual(list.map(({ title }) => title))
    })
  })
})

test('CSL-JSON is an array of items that a processor takes as they are', () => {
  claim((list) => {
    const items: unknown = JSON.parse(writeList('csl-json', list))
    expect(new Cite(items).data.map(({ title, URL }) => [title, URL])).toEqual(
      list.map(({ title, original, archive }) => [title, original ?? archive]),
    )
  })
})

describe('the hash of the source file and the print of the key', () => {
  const sha256 = '0f'.repeat(32)
  const keyPrint = 'abcd-efgh'
  const proven = { ...lamp, sha256 }
  const notes = `SHA-256 of the source file: ${sha256}. Print of the archive's key: ${keyPrint}`
  const write = (name: ListFormatName, reference: Reference) =>
    listFormats[name].entry(reference, { ...context, keyPrint })

  test('are notes of BibTeX', () => {
    expect(readItems(write('bibtex', proven))[0]).toMatchObject({
      note: `Source's own time: 30/08/2020 - 22:43. Archived in Harbour & {Sea}: ${lamp.archive}. ${notes}`,
    })
  })

  test('are notes of RIS, each in a line', () => {
    expect(write('ris', proven).split('\r\n')).toEqual(
      expect.arrayContaining(notes.split('. ').map((note) => `N1  - ${note}`)),
    )
  })

  test('are the note of CSL-JSON, beside the time of the source or alone', () => {
    expect(JSON.parse(write('csl-json', proven))).toMatchObject({
      note: `Source's own time: 30/08/2020 - 22:43. ${notes}`,
    })
    expect(JSON.parse(write('csl-json', { ...bare, sha256 }))).toMatchObject({ note: notes })
    expect(JSON.parse(listFormats['csl-json'].entry(bare, context))).not.toHaveProperty('note')
  })

  test('are columns of CSV and fields of JSON Lines', () => {
    const table = (listFormats.csv.head?.(context) ?? '') + write('csv', proven)
    expect(readCsv(table)[0]).toMatchObject({ sha256, key_print: keyPrint })
    expect(JSON.parse(write('jsonl', proven))).toMatchObject({ sha256, keyPrint })
  })
})

/** BibTeX has no sign for several spaces, and none for those of other widths. */
function toSpaced(text: string | undefined): string | undefined {
  return text?.replace(/\s+/gu, ' ')
}
