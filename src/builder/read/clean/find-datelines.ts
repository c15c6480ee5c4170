import { droppedTags } from '#core/html/html-policy.ts'
import { hasClock, toDatelineText } from './dateline-pattern.ts'
import {
  isCommentBlock,
  isSourceElement,
  sourceAttribute,
  toHtmlTag,
  toSourceText,
  type SourceElement,
  type SourceNode,
} from './source/source-html.ts'

const searchedLines = 60
const dropped: ReadonlySet<string> = new Set(droppedTags)
const inlineTags = new Set(
  (
    'a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp ' +
    'small span strike strong sub sup time tt u var wbr'
  ).split(' '),
)
const dateTimePattern =
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

/** One text node of a line. */
interface Piece {
  text: string
  isInLink: boolean
  /** `datetime` of the `time` element around it. */
  dateTime?: string
}

/**
 * Finds texts near the start of an article that consist of just a date, verbatim and deduplicated: those with a time of
 * day first, otherwise in source order. Ignores dates in running text, in readers' comments, and modification dates.
 */
export function findDatelines(nodes: readonly SourceNode[]): string[] {
  const found = new Set<string>()
  for (const line of listLines(nodes)) for (const text of findInLine(line)) found.add(text)
  const datelines = [...found]
  return [
    ...datelines.filter((text) => hasClock(text)),
    ...datelines.filter((text) => !hasClock(text)),
  ]
}

/** The first non-empty lines of an article. */
function listLines(nodes: readonly SourceNode[]): Piece[][] {
  const lines: Piece[][] = []
  let line: Piece[] = []
  const endLine = () => {
    if (line.some(({ text }) => text !== '')) lines.push(line)
    line = []
  }
  const visit = (node: SourceNode, around: Omit<Piece, 'text'>) => {
    if (lines.length >= searchedLines) return
    if (!isSourceElement(node)) {
      const text = toSourceText(node)?.replace(/\s+/g, ' ').trim() ?? ''
      if (text !== '') line.push({ ...around, text })
      return
    }
    const tag = toHtmlTag(node)
    if (tag === undefined || dropped.has(tag) || isCommentBlock(node) || isChangeDate(node)) return
    if (!inlineTags.has(tag)) endLine()
    const inside = toInside(node, tag, around)
    for (const child of node.childNodes) visit(child, inside)
    if (!inlineTags.has(tag)) endLine()
  }
  for (const node of nodes) visit(node, { isInLink: false })
  endLine()
  return lines
}

function toInside(
  element: SourceElement,
  tag: string,
  around: Omit<Piece, 'text'>,
): Omit<Piece, 'text'> {
  if (tag === 'a') return { ...around, isInLink: true }
  const dateTime = tag === 'time' ? sourceAttribute(element, 'datetime')?.trim() : undefined
  return dateTime !== undefined && dateTimePattern.test(dateTime) ? { ...around, dateTime } : around
}

function isChangeDate(element: SourceElement): boolean {
  if (element.tagName !== 'time' && element.tagName !== 'span') return false
  const words = `${sourceAttribute(element, 'class') ?? ''} ${sourceAttribute(element, 'itemprop') ?? ''}`
  return (
    /(?:^|[\s_-])(?:updated|modified|dateModified)(?:$|\s)/.test(words) && !/publish/i.test(words)
  )
}

function findInLine(line: readonly Piece[]): string[] {
  // Running text is longer than any byline.
  if (line.reduce((length, { text }) => length + text.length, 0) > 400) return []
  const whole = toDatelineText(line.map(({ text }) => text).join(' '))
  const [first] = line
  if (whole !== undefined && first?.dateTime === undefined) return [whole]
  if (line.length === 1 && first?.dateTime === undefined) return []
  const dates = line.map((piece) => piece.dateTime ?? toDatelineText(piece.text))
  const rest = line
    .filter((piece, at) => dates[at] === undefined && !piece.isInLink)
    .map(({ text }) => text)
    .join(' ')
  // Words of a sentence around a date make it part of the sentence.
  if (rest.length > 30 || /[。！？；!?;]|[.,，、] ?$/.test(rest)) return []
  return dates.filter((date) => date !== undefined)
}
