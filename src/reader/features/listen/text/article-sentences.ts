import { isBlockTag, isReadingTag } from '#core/text/plain-text.ts'
import { cutSpan, findSentences } from './sentence-ends.ts'
import { toSpokenLanguage } from './spoken-language.ts'

/** Something that is said in one breath, and where it stands. */
export interface Sentence {
  text: string
  language: string
  /** That of the element it stands in; a voice for it is the next best. */
  givenLanguage: string
  /** Which paragraph of the article it is in, counted from the first. */
  paragraph: number
  /** Pieces of text nodes that it stands in; none for what is only said. */
  pieces: readonly SpokenPiece[]
}

/** A part of a text node. */
export interface SpokenPiece {
  node: Text
  start: number
  end: number
}

/** What is said in place of what cannot be read aloud. */
export interface SpokenWords {
  code: (lines: number) => string
  table: (rows: number, columns: number) => string
  /** Language of these words. */
  language: string
}

/** Elements that the reader adds to an article, pictures, and marks that lead to notes. */
const unspoken =
  'button, .player, .picture-box, .picture-bar, .page-bar, .article-notice, audio, video, canvas, iframe'

/** Most characters said at once. Longer ones are cut: some voices fall silent after fifteen seconds. */
const mostCharacters = { latin: 240, full: 80 }

interface Paragraph {
  language: string
  pieces: (SpokenPiece & { at: number; language: string })[]
  text: string
}

/**
 * The sentences of an article as it is on the page: title and text, with captions and notes where they stand. Tables are
 * announced and read row by row; code is announced and left out, as nobody can follow it.
 */
export function readSentences(
  roots: readonly Element[],
  language: string,
  words: SpokenWords,
): Sentence[] {
  const reader = new ArticleReader(words)
  for (const root of roots) {
    reader.breakParagraph()
    reader.visit(root, toLanguage(root, language))
  }
  reader.breakParagraph()
  return reader.sentences
}

class ArticleReader {
  readonly sentences: Sentence[] = []
  readonly #words: SpokenWords
  #paragraph: Paragraph | undefined
  #paragraphs = 0

  constructor(words: SpokenWords) {
    this.#words = words
  }

  visit(node: Node, language: string): void {
    if (node instanceof Text) this.#add(node, language)
    if (!(node instanceof Element) || isReadingTag(node.localName) || node.matches(unspoken)) return
    if (isNoteMark(node)) return
    const own = toLanguage(node, language)
    if (node.localName === 'pre' && node.querySelector('code') !== null) {
      this.#say(this.#words.code(node.textContent.trim().split('\n').length))
      return
    }
    if (node.localName === 'table') this.#announceTable(node)
    const isBlock = isBlockTag(node.localName)
    if (isBlock) this.#startBlock(node)
    for (const child of node.childNodes) this.visit(child, own)
    if (isBlock) this.#endBlock(node)
  }

  breakParagraph(): void {
    const paragraph = this.#paragraph
    this.#paragraph = undefined
    if (paragraph === undefined || paragraph.text.trim() === '') return
    const { text, language } = paragraph
    for (const span of findSentences(text, language)) {
      for (const { start, end } of splitByLanguage(paragraph, span)) {
        const words = toSpokenText(text.slice(start, end))
        // Signs alone, such as three asterisks between parts, are silence.
        if (!/[\p{L}\p{N}]/u.test(words)) continue
        this.sentences.push(this.#toSentence(paragraph, { start, end }, words))
      }
    }
    this.#paragraphs++
  }

  #toSentence(
    { pieces, language }: Paragraph,
    { start, end }: { start: number; end: number },
    text: string,
  ): Sentence {
    const inside = pieces.filter(
      ({ at, start: from, end: to }) => at < end && at + to - from > start,
    )
    const givenLanguage = inside[0]?.language ?? language
    return {
      text,
      language: toSpokenLanguage(text, givenLanguage),
      givenLanguage,
      paragraph: this.#paragraphs,
      pieces: inside.map(({ node, at, start: from, end: to }) => ({
        node,
        start: from + Math.max(0, start - at),
        end: Math.min(to, from + end - at),
      })),
    }
  }

  #add(node: Text, language: string): void {
    const paragraph = (this.#paragraph ??= { language, pieces: [], text: '' })
    paragraph.pieces.push({ node, at: paragraph.text.length, language, start: 0, end: node.length })
    // A line break of the source is no end of a sentence.
    paragraph.text += node.data.replaceAll(/\s/g, ' ')
  }

  #startBlock(element: Element): void {
    // Cells of a row are one paragraph, with a pause between them.
    if (isCell(element) && this.#paragraph !== undefined) this.#paragraph.text += '; '
    else this.breakParagraph()
  }

  #endBlock(element: Element): void {
    if (!isCell(element)) this.breakParagraph()
  }

  #announceTable(table: Element): void {
    const rows = table.querySelectorAll('tr')
    const columns = Math.max(0, ...Array.from(rows, (row) => row.children.length))
    if (rows.length > 1 && columns > 1) this.#say(this.#words.table(rows.length, columns))
  }

  #say(text: string): void {
    this.breakParagraph()
    const { language } = this.#words
    const paragraph = this.#paragraphs++
    this.sentences.push({ text, language, givenLanguage: language, paragraph, pieces: [] })
  }
}

/** Of an address the host is said, not every sign of it. */
function toSpokenText(text: string): string {
  const short = text.replaceAll(/https?:\/\/(?:www\.)?([\w.-]*\w)(?:[!-~]*[\w/])?/gi, '$1')
  return short.replaceAll(/\s+/g, ' ').trim()
}

function isCell({ localName }: Element): boolean {
  return localName === 'td' || localName === 'th'
}

/** A number that leads to a note would be read into the sentence. */
function isNoteMark(element: Element): boolean {
  if (element.localName !== 'sup') return false
  return (
    element.querySelector('a') !== null && /^[[(]?[\d*†‡]+[\])]?$/.test(element.textContent.trim())
  )
}

function toLanguage(element: Element, around: string): string {
  const own = element.getAttribute('lang') ?? ''
  return own === '' ? around : own
}

/** Cuts a sentence where an element in another language begins or ends, and where it is too long for one breath. */
function splitByLanguage(paragraph: Paragraph, span: { start: number; end: number }) {
  const parts: { start: number; end: number; language: string }[] = []
  for (const { at, start, end, language } of paragraph.pieces) {
    const from = Math.max(span.start, at)
    const to = Math.min(span.end, at + end - start)
    if (from >= to) continue
    const last = parts.at(-1)
    if (last !== undefined && last.language === language) last.end = to
    else parts.push({ start: from, end: to, language })
  }
  return parts.flatMap((part) => {
    const isFull = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(
      paragraph.text.slice(part.start, part.end),
    )
    return cutSpan(paragraph.text, part, isFull ? mostCharacters.full : mostCharacters.latin)
  })
}
