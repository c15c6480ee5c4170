import { outgoingLink } from '#core/html/html-policy.ts'
import { findHashtags } from '#core/text/hashtag.ts'
import { toWatchUrl, type VideoReference } from '#core/address/video-url.ts'
import { findLinks } from '../plain-links/find-links.ts'
import { toLinkedText } from '../plain-links/link-plain-text.ts'
import { toElement, toText, type ArticleNode } from '../tree/article-tree.ts'
import type { DescriptionText } from './find-line-starts.ts'
import { bulletPattern, creditPattern, rulePattern } from './line-signs.ts'
import { readPlainText } from './read-plain-text.ts'
import { spansWithin, type Span } from './spans.ts'
import { splitLines, type Line } from './split-lines.ts'
import { findNumberStarts } from './number-starts.ts'
import { findTimeCodes } from './time-codes.ts'

/** Kind of a line. Consecutive lines of a list kind form one list, consecutive lines of text one paragraph. */
type LineKind = 'blank' | 'rule' | 'chapter' | 'number' | 'entry' | 'tags' | 'text'

interface KnownLine extends Line {
  kind: LineKind
}

interface Description extends DescriptionText {
  video: VideoReference
  numbers: ReadonlySet<number>
}

/**
 * Restores the structure of a video's description from its plain text: paragraphs, lists of chapters, links and credits,
 * drawn lines. Keeps every character in order, except white space and drawn lines. Returns `undefined` for a description
 * with markup of its own.
 */
export function buildDescription(
  nodes: readonly ArticleNode[],
  video: VideoReference,
): ArticleNode[] | undefined {
  const text = readPlainText(nodes)
  if (text === undefined) return undefined
  const codes = findTimeCodes(text)
  const numbers = new Set(findNumberStarts(text))
  const description = { text, links: listLinkSpans(text), codes, video, numbers }
  const lines = splitLines(description).map(({ start, end, isKept }) => {
    const kind = toKind({ start, end }, description)
    return { start, end, isKept, kind }
  })
  return groupLines(lines).flatMap((group) => buildGroup(group, description))
}

function listLinkSpans(text: string): Span[] {
  const spans: Span[] = []
  let at = 0
  for (const piece of findLinks(text)) {
    if (piece.kind === 'link') spans.push({ start: at, end: at + piece.text.length })
    at += piece.text.length
  }
  return spans
}

/** Lines with more characters outside of their links are sentences, whatever they end with. */
const longestEntry = 120

function toKind({ start, end }: Span, { text, links, codes, numbers }: Description): LineKind {
  const line = text.slice(start, end)
  if (line === '') return 'blank'
  if (line.replace(rulePattern, '').trim() === '') return 'rule'
  if (spansWithin(codes, { start, end }).some((code) => isAtEdge(code, { start, end })))
    return 'chapter'
  if (numbers.has(start)) return 'number'
  const own = spansWithin(links, { start, end })
  const words = own.reduce((rest, link) => rest - (link.end - link.start), line.length)
  if (words > longestEntry) return 'text'
  const isLink = own.some((link) => link.end >= end - 3)
  const isCredit = line.search(creditPattern) === 0
  if (isLink || isCredit || line.search(bulletPattern) === 0) return 'entry'
  const rest = findHashtags(line).reduceRight(
    (left, tag) => left.slice(0, tag.start) + left.slice(tag.end),
    line,
  )
  return rest.trim() === '' ? 'tags' : 'text'
}

function isAtEdge(code: Span, line: Span): boolean {
  return code.start <= line.start + 4 || code.end >= line.end - 2
}

const listKinds: ReadonlySet<LineKind> = new Set(['chapter', 'number', 'entry'])

/** Groups lines that belong together. Lines of text do if the line break between them is the description's own. */
function groupLines(lines: readonly KnownLine[]): KnownLine[][] {
  const groups: KnownLine[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    const [first] = group ?? []
    const isSame = first?.kind === line.kind
    const joins = isSame && (listKinds.has(line.kind) || (line.kind === 'text' && line.isKept))
    if (joins) group?.push(line)
    else groups.push([line])
  }
  return groups
}

function buildGroup(group: readonly KnownLine[], description: Description): ArticleNode[] {
  const [first] = group
  if (!first || first.kind === 'blank') return []
  if (first.kind === 'rule') return [toElement('hr')]
  const lines = group.map((line) => buildLine(line, description))
  if (group.length === 1 || !listKinds.has(first.kind)) {
    const broken = lines.flatMap((line, at) => (at === 0 ? line : [toElement('br'), ...line]))
    return [toElement('p', [], broken)]
  }
  const items = lines.map((line) => toElement('li', [], line))
  return [toElement('ul', [], items)]
}

/** Builds the nodes of a line, with its URLs and chapter times as links. */
function buildLine({ start, end }: Line, { text, codes, video }: Description): ArticleNode[] {
  const nodes: ArticleNode[] = []
  let done = start
  for (const code of spansWithin(codes, { start, end })) {
    nodes.push(...toLinkedText(text.slice(done, code.start)), toStartLink(code, text, video))
    done = code.end
  }
  return [...nodes, ...toLinkedText(text.slice(done, end))]
}

function toStartLink(
  { start, end, seconds }: Description['codes'][number],
  text: string,
  { player, id }: VideoReference,
): ArticleNode {
  const url = toWatchUrl({ player, id, ...(seconds > 0 ? { startSeconds: seconds } : {}) })
  const attributes: [string, string][] = [['href', url], ...Object.entries(outgoingLink)]
  return toElement('a', attributes, [toText(text.slice(start, end))])
}
