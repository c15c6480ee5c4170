import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { innerLinkStart } from '#core/address/own-address.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import { isTooHeavy } from '#core/html/html-weight.ts'
import { textDirection } from '#core/text/language.ts'
import { stripTags } from '#core/text/plain-text.ts'
import { isWholeDay } from '#core/time/known-day.ts'
import { escapeXml, escapeXmlAttribute, xmlHead, xmlText } from '#core/text/xml-text.ts'
import { leadImageAbove } from '#article/lead-image.tsx'
import { toReference, toSingleLine, type Reference } from '#article/reference/reference.ts'
import { toUtcText } from '#article/time-text.ts'
import { toBookAddress } from './book-address.ts'
import { readTime, toLanguageAttributes } from './book-attributes.ts'
import type { BookContext } from './book-context.ts'
import { makeBookElement, type BookElement, type BookNode } from './book-tree.ts'
import type { BookPicture } from './xhtml-place.ts'
import { XhtmlWriter } from './xhtml-writer.ts'

/** A post of which a chapter is made. */
export interface BookPost {
  summary: PostSummary
  body: ArticleBody
}

/** What a chapter needs to know of the book around it. */
export interface ChapterPlace {
  /** Place in the book, from 0. */
  at: number
  /** File of the post's chapter; `undefined` for posts that are none. */
  toChapter: (id: string) => string | undefined
  toPicture: (url: string) => BookPicture | undefined
}

/** File of a chapter, beside those of the others. */
export function toChapterFile(at: number): string {
  return `${toChapterId(at)}.xhtml`
}

/** Id of a chapter in the package. */
export function toChapterId(at: number): string {
  return `c${String(at + 1).padStart(4, '0')}`
}

/** The title of a chapter, in the contents too. */
export function toChapterTitle(summary: PostSummary): string {
  return toSingleLine(toDisplayTitle(summary)) || summary.id
}

/** The parts of an article as trees: the picture that stands above it, and its text. What is too heavy for a browser is plain text. */
export function toChapterParts(
  { summary, body }: BookPost,
  parse: (html: string) => BookNode[],
  { words }: Pick<BookContext, 'words'>,
): BookNode[][] {
  const parts = body.parts.map((html) =>
    isTooHeavy(html) ? toPlainParts(html, words('book.heavy')) : parse(html),
  )
  const lead = leadImageAbove(summary, body) ?? summary.still
  return lead === undefined ? parts : [[toLead(lead, body)], ...parts]
}

function toPlainParts(html: string, notice: string): BookNode[] {
  return [notice, ...stripTags(html).split('\n')].map((line) => makeBookElement('p', [line]))
}

function toLead(
  { url, alt = '' }: { url: string; alt?: string | undefined },
  { sourceUrl }: ArticleBody,
): BookElement {
  const picture = {
    ...makeBookElement('img', []),
    attributes: new Map([
      ['src', url],
      ['alt', alt],
    ]),
  }
  const link = {
    ...makeBookElement('a', [picture]),
    attributes: new Map([['href', sourceUrl ?? '']]),
  }
  return makeBookElement('figure', [sourceUrl === undefined ? picture : link])
}

/** Writes a chapter: title, both times, who wrote and published it, both addresses, the article. */
export function toChapter(
  post: BookPost,
  parts: readonly (readonly BookNode[])[],
  { context, place }: { context: BookContext; place: ChapterPlace },
): string {
  const { summary, body } = post
  const { words } = context
  const { language } = summary
  const id = toChapterId(place.at)
  const writer = new XhtmlWriter({
    // The chapter has ids of its own, the title one of them.
    idStart: `${id}-a-`,
    toLink: (address) => toLink(address, { context, place }),
    toPicture: place.toPicture,
    pictureName: words('book.picture'),
  })
  for (const part of parts) writer.add(part)
  const title = body.title === undefined ? summary : { ...summary, title: body.title }
  const shown = toChapterTitle(title)
  const text = writer.toString()
  return [
    toDocumentStart(shown, context.language, '../style.css'),
    `<body><section id="${id}" epub:type="chapter" role="doc-chapter" aria-labelledby="${id}-title">`,
    `<header><h1 id="${id}-title"${toSpoken(summary.titleLanguage ?? language)}>${escapeXml(shown)}</h1>`,
    `${toFacts(post, context)}</header>`,
    text === ''
      ? `<p>${escapeXml(words('book.empty'))}</p>`
      : `<div class="text"${toSpoken(language)}>${text}</div>`,
    '</section></body></html>\n',
  ].join('\n')
}

/** What stands before the body of every document of a book. */
export function toDocumentStart(title: string, language: string, style: string): string {
  return [
    `${xmlHead}<!DOCTYPE html>`,
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"${toSpoken(language)}>`,
    `<head><title>${escapeXml(title)}</title><link rel="stylesheet" type="text/css" href="${style}"/></head>`,
  ].join('\n')
}

/** Attributes for the language and direction of a text. */
function toSpoken(language: string | undefined): string {
  const attributes = toLanguageAttributes(language)
  return attributes === '' ? '' : `${attributes} dir="${textDirection(language ?? '')}"`
}

function toFacts({ summary, body }: BookPost, context: BookContext): string {
  const { words } = context
  const toAddress = (id: string) => context.toAddress(id) ?? ''
  const reference = toReference(summary, body, { toAddress })
  const { authors, source, original, archive } = reference
  const facts: [name: string, markup: string | undefined][] = [
    ['book.published', toPublished(reference) ?? escapeXml(words('book.unknown'))],
    ...toSourceTimes(summary, reference, context),
    ['book.authors', authors.length > 0 ? escapeXml(authors.join(', ')) : undefined],
    ['book.source', source === undefined ? undefined : escapeXml(source)],
    ['book.original', toLinkMarkup(original)],
    ['book.archive', toLinkMarkup(archive)],
  ]
  const rows = facts.map(([name, markup]) =>
    markup === undefined ? '' : `<dt>${escapeXml(words(name))}</dt><dd>${markup}</dd>`,
  )
  return `<dl>${rows.join('')}</dl>`
}

function toPublished({ published }: Reference): string | undefined {
  if (published === undefined) return undefined
  const shown = published.includes('T') ? toUtcText(published) : published
  if (!isWholeDay(published.slice(0, 10))) return escapeXml(shown)
  return toTimeMarkup(published, shown)
}

function toTimeMarkup(time: string, shown: string): string {
  return readTime(time) === undefined
    ? escapeXml(shown)
    : xmlText('time', shown, { datetime: time })
}

function toSourceTimes(
  { sourceTimestamp }: PostSummary,
  { sourceTime }: Reference,
  { words }: BookContext,
): [string, string][] {
  if (sourceTimestamp === undefined) return []
  const isNoted = sourceTimestamp.origin === 'epochComment'
  const shown = isNoted && sourceTime !== undefined ? toUtcText(sourceTime) : sourceTime
  const markup =
    shown === undefined ? escapeXml(words('book.sameInstant')) : `<bdi>${escapeXml(shown)}</bdi>`
  return [[isNoted ? 'book.mirrorTime' : 'book.sourceTime', markup]]
}

function toLinkMarkup(address: string | undefined): string | undefined {
  if (address === undefined || address === '') return undefined
  const href = toBookAddress(address)
  const shown = escapeXml(address)
  return href === undefined ? shown : `<a href="${escapeXmlAttribute(href)}">${shown}</a>`
}

/** A link to a post leads to its chapter, else to the archive; any other to where it led. */
function toLink(
  address: string,
  { context, place }: { context: BookContext; place: ChapterPlace },
): string | undefined {
  if (!address.startsWith(innerLinkStart)) return toBookAddress(address)
  const [id = '', hash] = address.slice(innerLinkStart.length).split('#')
  const chapter = place.toChapter(id)
  if (chapter !== undefined) return chapter
  const archived = context.toAddress(id)
  if (archived === undefined) return undefined
  return toBookAddress(hash === undefined ? archived : `${archived}#${hash}`)
}
