import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { parsePostId } from '#core/post/post-id.ts'
import { toArticleHead } from './article-head.ts'

// What Zotero's translators "Embedded Metadata" and "RDF" read of a page, by their published rules: of each field the first source
// that has a value.

/** Names of item types that `z:itemType` and `DC.type` may hold. */
const itemTypes = new Set(['webpage', 'journalArticle', 'newspaperArticle', 'blogPost'])
/** Prefixes of vocabularies that are known without a declaration. */
const prefixes = new Set(['dc', 'dcterms', 'prism', 'og', 'article', 'z'])

function toItemType(type: string | undefined): string | undefined {
  return itemTypes.has(type ?? '') ? type : undefined
}

/** Reads a page as Zotero does. */
function readByRules(html: string) {
  const { document } = new JSDOM(html).window
  const written = Array.from(document.head.querySelectorAll('meta'), (meta) => ({
    // The name counts; a property only where there is no name.
    names: (meta.getAttribute('name') ?? meta.getAttribute('property') ?? '').split(/\s+/),
    content: meta.getAttribute('content') ?? '',
  })).filter(({ content }) => content !== '')
  const statements = written.flatMap(({ names, content }) =>
    names.flatMap((name) => {
      const [, prefix = '', first = '', rest = ''] = /^([^.:_]*)[.:_](.)(.*)$/.exec(name) ?? []
      const vocabulary = prefix.toLowerCase()
      return prefixes.has(vocabulary)
        ? [{ of: `${vocabulary}:${first.toLowerCase()}${rest}`, content }]
        : []
    }),
  )
  const list = (of: string) =>
    statements.filter((each) => each.of === of).map(({ content }) => content)
  const first = (...of: string[]) => of.flatMap(list)[0]
  /** Fields of Highwire are found by how their names end. */
  const highwire = (end: string) =>
    written.filter(({ names: [name = ''] }) => name.endsWith(end)).map(({ content }) => content)
  return {
    itemType:
      toItemType(first('z:itemType', 'z:type')) ??
      (first('og:type') === 'video.other' ? 'videoRecording' : undefined) ??
      toItemType(first('dc:type', 'dcterms:type')) ??
      (highwire('citation_title').length > 0 ? 'journalArticle' : 'webpage'),
    title: highwire('citation_title')[0] ?? first('dc:title', 'dcterms:title', 'og:title'),
    creators: [highwire('citation_author'), list('dc:creator')].find(({ length }) => length > 0),
    publicationTitle: first('prism:publicationName', 'dc:source', 'dcterms:source', 'og:site_name'),
    publisher: first('dc:publisher', 'dcterms:publisher'),
    date: highwire('citation_publication_date')[0] ?? first('dcterms:issued', 'dc:date'),
    language: highwire('citation_language')[0] ?? first('dc:language', 'dcterms:language'),
    url: highwire('citation_public_url')[0] ?? first('og:url'),
    websiteType: first('dc:type', 'dcterms:type'),
    abstract:
      first('og:description', 'dc:description') ??
      written.find(({ names: [name] }) => name === 'description')?.content,
    subjects: list('dc:subject'),
  }
}

const id = parsePostId('2020-08-30-abcdefgh')
if (id === undefined) throw new Error('no id')

const whole: PostSummary = {
  id,
  title: 'The lamp is lit',
  publishedAt: '2020-08-30T21:56:11Z',
  author: 'Ada Vale',
  coauthors: ['Ben Rook'],
  tags: ['harbour', 'lamps'],
  collection: 'harbour-news',
  sourceHost: 'news.example',
  sourceName: 'Harbour News',
  kind: 'article',
  language: 'zh-Hans',
  excerpt: 'At eight.',
  length: { count: 4, unit: 'words' },
}

function read(change: Partial<PostSummary> = {}, sourceUrl?: string) {
  const head = toArticleHead({
    summary: { ...whole, ...change },
    body: { id: whole.id, file: 'x', parts: [], sourceUrl },
    siteTitle: 'My archive',
    locale: 'en',
    address: 'https://archive.example/',
    canonical: 'archive',
  })
  return readByRules(`<!doctype html><head>${head}</head>`)
}

test('an article is a web page of its source, with its original’s address', () => {
  expect(read({}, 'https://news.example/lamp')).toEqual({
    itemType: 'webpage',
    title: 'The lamp is lit',
    creators: ['Ada Vale', 'Ben Rook'],
    publicationTitle: 'Harbour News',
    publisher: 'Harbour News',
    date: '2020-08-30T21:56:11Z',
    language: 'zh-Hans',
    url: 'https://news.example/lamp',
    websiteType: undefined,
    abstract: 'At eight.',
    subjects: ['harbour', 'lamps'],
  })
})

test.each<[string, Partial<PostSummary>, Readonly<Record<string, unknown>>]>([
  ['a video is a recording', { kind: 'video' }, { itemType: 'videoRecording' }],
  [
    'a source without a name is its host',
    { sourceName: undefined },
    { publicationTitle: 'news.example' },
  ],
  [
    'without a source it is of the archive',
    { sourceName: undefined, sourceHost: undefined },
    { publicationTitle: 'My archive', publisher: undefined },
  ],
  [
    'without an original it is at its page here',
    {},
    { url: 'https://archive.example/posts/2020-08-30-abcdefgh/' },
  ],
  [
    'of a month no day is made up',
    { publishedAt: undefined, publishedOn: '2020-08-01', timeFlags: ['monthOnly'] },
    { date: '2020-08' },
  ],
  [
    'what is unknown is absent',
    { publishedAt: undefined, author: undefined, coauthors: undefined, language: undefined },
    { date: undefined, creators: undefined, language: undefined },
  ],
  [
    'signs of markup are text',
    { title: '"><meta name="z:itemType" content="book">', author: '<b>' },
    {
      title: '"><meta name="z:itemType" content="book">',
      itemType: 'webpage',
      creators: ['<b>', 'Ben Rook'],
    },
  ],
])('%s', (_, change, expected) => {
  expect(read(change)).toMatchObject(expected)
})
