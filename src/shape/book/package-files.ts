import type { PostSummary } from '#contract/timeline-shard.ts'
import { escapeXml, xmlEmpty, xmlHead, xmlText } from '#core/text/xml-text.ts'
import { toTextDigest } from '#core/text/text-digest.ts'
import { isWholeDay, toKnownDay } from '#core/time/known-day.ts'
import { toDayWords } from '#article/date-words.ts'
import { toPeriodText } from '#article/view/period-text.ts'
import { toZonedDay } from '#article/zoned-time.ts'
import { rankLanguages } from '../archive-facts.ts'
import { readLanguage, toLanguageAttributes } from './book-attributes.ts'
import type { BookContext } from './book-context.ts'
import { toChapterFile, toChapterId, toChapterTitle, toDocumentStart } from './chapter.ts'

/** The one file whose place every reading system knows; it names the package. */
export const containerFile = `${xmlHead}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n`

/** How a book looks where the reading system leaves it open. */
export const bookStyle = `dl { margin: 0 0 1em; font-size: 0.85em; }
dt { float: inline-start; margin-inline-end: 0.5em; font-weight: bold; }
dd { margin: 0; overflow-wrap: anywhere; }
img { max-width: 100%; height: auto; }
pre { white-space: pre-wrap; }
table { border-collapse: collapse; }
td, th { border: 1px solid; padding: 0.2em 0.4em; vertical-align: top; }
nav ol { list-style: none; padding: 0; margin: 0 0 0.5em; }
`

/** A picture in a book. */
export interface PackedPicture {
  /** Path below the package. */
  path: string
  form: string
  /** Whether reading systems of EPUB 3.2 know its format too. */
  isOld: boolean
}

/** Stands where a reading system does not know the format of a picture: one clear pixel, as PNG. */
export const fallbackPicture = { path: 'images/none.png', form: 'image/png' }

/** Writes the package document (EPUB 3.3): what the book is, which files it has and in which order they are read. */
export function toPackage(
  rows: readonly PostSummary[],
  pictures: readonly PackedPicture[],
  context: BookContext,
): string {
  const needsFallback = pictures.some(({ isOld }) => !isOld)
  const items = [
    xmlEmpty('item', { id: 'nav', href: 'nav.xhtml', 'media-type': xhtml, properties: 'nav' }),
    xmlEmpty('item', { id: 'style', href: 'style.css', 'media-type': 'text/css' }),
    ...rows.map((_, at) =>
      xmlEmpty('item', {
        id: toChapterId(at),
        href: `chapters/${toChapterFile(at)}`,
        'media-type': xhtml,
      }),
    ),
    ...pictures.map(({ path, form, isOld }, at) =>
      xmlEmpty('item', {
        id: `p${at + 1}`,
        href: path,
        'media-type': form,
        fallback: isOld ? undefined : 'none',
      }),
    ),
    ...(needsFallback
      ? [
          xmlEmpty('item', {
            id: 'none',
            href: fallbackPicture.path,
            'media-type': fallbackPicture.form,
          }),
        ]
      : []),
  ]
  const spine = ['nav', ...rows.map((_, at) => toChapterId(at))].map((id) =>
    xmlEmpty('itemref', { idref: id }),
  )
  return [
    `${xmlHead}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${context.language}">`,
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
    ...toMetadata(rows, pictures.length > 0, context),
    '</metadata>',
    `<manifest>${items.join('\n')}</manifest>`,
    `<spine>${spine.join('\n')}</spine>`,
    '</package>\n',
  ].join('\n')
}

const xhtml = 'application/xhtml+xml'

const meta = (property: string, value: string) => xmlText('meta', value, { property })

function toMetadata(
  rows: readonly PostSummary[],
  hasPictures: boolean,
  { title, archiveTitle, accessed, words }: BookContext,
): string[] {
  const digest = toTextDigest(JSON.stringify([title, accessed, rows.map(({ id }) => id)]))
  return [
    xmlText('dc:identifier', `broadsheet-${accessed}-${digest.toString(36)}`, { id: 'id' }),
    xmlText('dc:title', title),
    ...listLanguages(rows).map((language) => xmlText('dc:language', language)),
    xmlText('dc:publisher', archiveTitle || title),
    meta('dcterms:modified', `${accessed}T00:00:00Z`),
    meta('schema:accessMode', 'textual'),
    ...(hasPictures ? [meta('schema:accessMode', 'visual')] : []),
    // Pictures are described as far as their authors did it: nobody can promise that the text alone is enough.
    meta('schema:accessModeSufficient', hasPictures ? 'textual,visual' : 'textual'),
    ...['structuralNavigation', 'tableOfContents', 'readingOrder', 'displayTransformability'].map(
      (feature) => meta('schema:accessibilityFeature', feature),
    ),
    meta('schema:accessibilityHazard', hasPictures ? 'unknown' : 'none'),
    meta('schema:accessibilitySummary', words('book.accessible')),
  ]
}

/** Languages of the posts, the most frequent first; `und` (ISO 639-2) where none is known. */
function listLanguages(rows: readonly PostSummary[]): string[] {
  const languages = rankLanguages(rows.map(({ language }) => readLanguage(language ?? '')))
  return languages.length > 0 ? languages : ['und']
}

/** Writes the contents: the posts of the list in its order, under their days. */
export function toContents(rows: readonly PostSummary[], context: BookContext): string {
  const days: { day: string | undefined; items: string[] }[] = []
  for (const [at, row] of rows.entries()) {
    const day = toDay(row, context)
    if (days.length === 0 || days.at(-1)?.day !== day) days.push({ day, items: [] })
    const language = toLanguageAttributes(row.titleLanguage ?? row.language)
    days
      .at(-1)
      ?.items.push(
        `<li><a href="chapters/${toChapterFile(at)}"${language}>${escapeXml(toChapterTitle(row))}</a></li>`,
      )
  }
  const entries = days.map(
    ({ day, items }) =>
      `<li><span>${escapeXml(toDayName(day, context))}</span><ol>${items.join('\n')}</ol></li>`,
  )
  const name = escapeXml(context.words('book.contents'))
  return [
    toDocumentStart(context.title, context.language, 'style.css'),
    `<body><nav epub:type="toc" id="toc" role="doc-toc" aria-labelledby="contents"><h1 id="contents">${name}</h1>`,
    `<ol>${entries.join('\n')}</ol></nav></body></html>\n`,
  ].join('\n')
}

function toDay(row: PostSummary, { timeZone }: BookContext): string | undefined {
  return row.publishedAt === undefined ? toKnownDay(row) : toZonedDay(row.publishedAt, timeZone)
}

function toDayName(day: string | undefined, { words, locale }: BookContext): string {
  if (day === undefined) return words('book.undated')
  return isWholeDay(day) ? toDayWords(day, locale) : toPeriodText(day, locale)
}
