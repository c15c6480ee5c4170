import { holdsMarks } from './markdown-marks.ts'
import { blockTagNames, voidTagNames } from './html-tag-names.ts'

/** Elements that hold whole pages, whatever their text looks like. */
const pageTags: ReadonlySet<string> = new Set(
  'article body center div html main section table'.split(' '),
)

const startTag = /<([a-z][a-z\d]*)(?=[\s/>])([^<>]*)>/iy
const documentType = /<!doctype[^<>]*>/iy
const space = /\s*/y

/**
 * Whether a body plainly is HTML from end to end: nothing but white space and comments outside of its blocks. Of several
 * blocks, and of one that is no usual container, none may look like Markdown inside. Linear.
 */
export function isOnePage(body: string): boolean {
  let roots = 0
  let first = ''
  for (let at = skip(body, 0); at < body.length; at = skip(body, at)) {
    startTag.lastIndex = at
    const [written, tag, attributes = ''] = startTag.exec(body) ?? []
    const name = tag?.toLowerCase() ?? ''
    if (written === undefined || !blockTagNames.has(name)) {
      return pageTags.has(first) && endsWith(body, first) && isLoosePage(body.slice(at))
    }
    if (/\smarkdown=/i.test(attributes)) return false
    if (roots++ === 0) first = name
    const start = at + written.length
    const end = voidTagNames.has(name) ? start : findEnd(body, start, name)
    if (end === -1) return pageTags.has(name) && !holdsMarks(body, 2)
    at = end
  }
  return roots > 0 && ((roots === 1 && pageTags.has(first)) || !holdsMarks(body, 1))
}

function endsWith(body: string, name: string): boolean {
  return body.slice(-40).trimEnd().toLowerCase().endsWith(`</${name}>`)
}

/**
 * Whether the rest of a body is HTML, too, though it is outside of the first container. Mirrors cut pages out of pages
 * and leave an end tag too many.
 */
function isLoosePage(rest: string): boolean {
  return rest.startsWith('<') && !/\n[ \t]*\n[ \t]{0,3}[^\s<]/.test(rest) && !holdsMarks(rest, 1)
}

/** Behind white space, comments and a document type. */
function skip(body: string, from: number): number {
  let at = from
  for (;;) {
    const start = at
    at = match(space, body, at)
    if (body.startsWith('<!--', at)) {
      const end = body.indexOf('-->', at)
      at = end === -1 ? body.length : end + 3
    } else at = match(documentType, body, at)
    if (at === start) return at
  }
}

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return at + (pattern.exec(text)?.[0].length ?? 0)
}

/** Where the element ends that began before `from`; -1 if it does not. */
function findEnd(body: string, from: number, name: string): number {
  const tag = new RegExp(`<(/?)${name}(?=[\\s/>])[^<>]*>`, 'gi')
  tag.lastIndex = from
  let depth = 1
  for (let found = tag.exec(body); found !== null; found = tag.exec(body)) {
    depth += found[1] === '/' ? -1 : 1
    if (depth === 0) return tag.lastIndex
  }
  return -1
}
