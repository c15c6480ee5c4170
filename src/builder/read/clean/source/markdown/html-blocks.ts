import {
  blockTagNames,
  htmlTagNames,
  isForeignTag,
  voidTagNames,
} from '../../../body/html-tag-names.ts'
import { holdsMarks, withoutCode } from '../../../body/markdown-marks.ts'

/** Lines of an HTML element that begins a line. */
interface Element {
  first: number
  last: number
  name: string
}

const lineTag = /^ {0,3}<([a-z][a-z\d]*)(?=[\s/>])([^<>]*)>?/i
/** An element on one line that asks for Markdown inside. */
const markdownLine =
  /^( {0,3}<[a-z][a-z\d]*\s[^<>]*markdown=(?!"?0)[^<>]*>)(.*)(<\/[a-z][a-z\d]*>)\s*$/i
const fence = /^ {0,3}(`{3,}|~{3,})/

/**
 * Prepares the HTML blocks of Markdown. CommonMark ends them at the first blank line, kramdown at their end tag, and
 * authors rely on both: an element with a text or marks of Markdown behind a blank line, or with `markdown="1"`, is Markdown
 * inside; of any other the blank lines go, so that it stays HTML as a whole.
 */
export function prepareHtmlBlocks(source: string): string {
  if (!/^ {0,3}<[a-z]/im.test(source)) return source
  const lines = source.split('\n')
  const closing = pairTags(lines)
  const done: string[] = []
  // Elements in elements are looked at several times: a hostile text would nest thousands.
  let budget = 8 * lines.length
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const element = closing.get(at)
    const alone = element?.last === at ? markdownLine.exec(line) : null
    if (alone) done.push(alone[1] ?? '', '', alone[2] ?? '', '', alone[3] ?? '')
    else done.push(line)
    if (element === undefined || element.last === at || budget < 0) continue
    budget -= element.last - at
    const inner = lines.slice(at + 1, element.last)
    const isAsked = /\smarkdown=(?!"?0)/i.test(line)
    if (isAsked || isMarkdownInside(inner) || isTextInside(element.name, inner)) {
      // What this element holds is prepared line by line, as if it stood alone.
      for (const [turn, text] of dedent(inner).entries()) lines[at + 1 + turn] = text
      const end = lines[element.last] ?? ''
      if (isAsked) done.push('')
      if (/^\s*<\//.test(end)) lines[element.last] = `${isAsked ? '\n' : ''}${end.trimStart()}`
    } else {
      appendWithoutBlanks(inner, done)
      at = element.last - 1
    }
  }
  return done.join('\n')
}

function isMarkdownInside(inner: readonly string[]): boolean {
  const blank = inner.findIndex((line) => line.trim() === '')
  if (blank === -1) return false
  const text = withoutCode(dedent(inner.slice(blank)).join('\n'))
  return (
    holdsMarks(text.replace(/<pre[\s>][^]*?<\/pre>/gi, ''), 1) ||
    /^ {0,3}(`{3,}|~{3,})/m.test(inner.join('\n'))
  )
}

const wholeNames: ReadonlySet<string> = new Set(
  'listing math pre script style svg textarea xmp'.split(' '),
)
const blockEnd = /<\/(?:article|aside|blockquote|div|li|main|p|section|t[dhr])\b/i

/**
 * Whether an element has nothing but text behind blank lines: in CommonMark these are paragraphs. What is indented there
 * would be code, so it stays HTML.
 */
function isTextInside(name: string, inner: readonly string[]): boolean {
  if (wholeNames.has(name) || inner.some((line) => /<(?:listing|pre|textarea)[\s>]/i.test(line))) {
    return false
  }
  const lines = dedent(inner)
  const starts = lines.filter((line, at) => line.trim() !== '' && lines[at - 1]?.trim() === '')
  return (
    starts.some((line) => /^[^\s<]/.test(line) && !blockEnd.test(line)) &&
    !starts.some((line) => /^(?: {4}|\t)/.test(line))
  )
}

function dedent(lines: readonly string[]): string[] {
  let indent = 8
  for (const line of lines) {
    if (line.trim() !== '') indent = Math.min(indent, line.search(/[^ ]/))
  }
  return lines.map((line) => line.slice(Math.min(indent, line.length - line.trimStart().length)))
}

function appendWithoutBlanks(lines: readonly string[], into: string[]): void {
  let isPre = false
  for (const line of lines) {
    // A comment keeps the blank line of a preformatted text.
    if (line.trim() !== '') into.push(line)
    else if (isPre) into.push('<!---->')
    for (const [, slash] of line.matchAll(/<(\/?)(?:listing|pre|textarea)(?=[\s>])/gi))
      isPre = slash === ''
  }
}

const anyTag = /<(\/?)([a-z][a-z\d]*)(?=[\s/>])[^<>]*>?/gi

/** The block elements that begin a line, by that line, each with the line of its end tag. */
function pairTags(lines: readonly string[]): Map<number, Element> {
  const pairs = new Map<number, Element>()
  const open = new Map<string, (Element | undefined)[]>()
  let code = ''
  for (const [at, line] of lines.entries()) {
    const mark = fence.exec(line)?.[1] ?? ''
    if (code !== '') {
      if (mark.startsWith(code) && line.trim() === mark) code = ''
      continue
    }
    if (mark !== '') {
      code = mark
      continue
    }
    if (!line.includes('<') || /^(?: {4}|\t)/.test(line)) {
      if (!line.includes('</')) continue
    }
    const first = lineTag.exec(line)?.[1]?.toLowerCase()
    let isFirst = first !== undefined && blockTagNames.has(first)
    for (const [, slash, tag = ''] of line.replace(/`[^`]+`/g, '').matchAll(anyTag)) {
      const name = tag.toLowerCase()
      if (!blockTagNames.has(name) || voidTagNames.has(name)) continue
      const waiting = open.get(name) ?? []
      open.set(name, waiting)
      if (slash === '') {
        waiting.push(isFirst && name === first ? { first: at, last: at, name } : undefined)
        isFirst = false
      } else {
        const element = waiting.pop()
        if (element) pairs.set(element.first, { ...element, last: at })
      }
    }
  }
  return pairs
}

const closingTag = /<\/([a-z][\w.:-]*)\s*>/gi
const wholeTag = /<(\/?)([a-z][\w.:-]*)(?=[\s/>])([^<>]*)>/gi

/** The names of the elements that a source ends somewhere. */
export function listClosed(source: string): ReadonlySet<string> {
  const names = new Set<string>()
  for (const [, name = ''] of source.matchAll(closingTag)) names.add(name)
  return names
}

/**
 * Leaves HTML as it is, but for tags that HTML does not know: those of an element (`<Note>` with an end, `<Card />`) go,
 * what only looks like one (`List<String>`) becomes text.
 */
export function tameTags(html: string, closed: ReadonlySet<string>): string {
  return html.replace(wholeTag, (tag, slash: string, name: string, rest: string) => {
    const lower = name.toLowerCase()
    if (htmlTagNames.has(lower)) return tag
    if (slash === '/' || closed.has(name) || rest.trimEnd().endsWith('/')) {
      return isForeignTag(lower) ? tag : ''
    }
    return tag.replace('<', '&lt;')
  })
}
