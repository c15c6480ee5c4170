import {
  isCommentBlock,
  isSourceElement,
  sourceAttribute,
  toSourceText,
  type SourceElement,
  type SourceNode,
} from '../source/source-html.ts'
import { chromeRules, closingLines, spokenMarks, widgetMarks } from './chrome-rules.ts'
import { toMarkTest, type MarkTest } from './element-marks.ts'

/** The part of a page that is not its article. */
export interface Chrome {
  /** Elements that are not part of the article, outermost only. */
  elements: ReadonlySet<SourceElement>
  /** Number of characters that matched the rules but were kept, because they were most of the text; absent otherwise. */
  refusedCharacters?: number
}

// A short article may well be shorter than the chrome around it; of a long text, most is the article. In characters.
const shortPage = 1_000

const isWidget = toMarkTest(widgetMarks)
const isSpokenMark = toMarkTest(spokenMarks)
const offScreen =
  /(?:left|top|text-indent)\s*:\s*-\d{3,}(?:px|em|rem)|clip\s*:\s*rect\(\s*[01](?:px)?[ ,]|clip-path\s*:\s*inset\(\s*(?:50|100)%/i
const testsByHost = new Map<string, MarkTest>(
  chromeRules.flatMap(({ hosts, drop }) => {
    const test = toMarkTest(drop)
    return hosts.map((host): [string, MarkTest] => [host, test])
  }),
)

interface Search {
  isChrome: MarkTest
  found: Set<SourceElement>
  comments: Set<SourceElement>
  characters: number
  foundCharacters: number
}

/**
 * Finds the chrome that a page has around its article: by the rules of its host, and on every host the widgets of common
 * CMSs, menus and readers' comments. Anything doubtful stays in the article. Rules that would drop most of a long text
 * are not applied.
 */
export function findChrome(nodes: readonly SourceNode[], sourceUrl: string | undefined): Chrome {
  const isOfHost = findHostTest(sourceUrl)
  const closing = findClosingLine(nodes)
  const search: Search = {
    isChrome: (element) =>
      element === closing ||
      isOfHost?.(element) === true ||
      isWidget(element) ||
      isMenu(element) ||
      isSpoken(element),
    found: new Set(),
    comments: new Set(),
    characters: 0,
    foundCharacters: 0,
  }
  for (const node of nodes) searchNode(node, search, false)
  const { found, comments, characters, foundCharacters } = search
  const isMost = characters > shortPage && foundCharacters * 2 > characters
  if (isMost) return { elements: comments, refusedCharacters: foundCharacters }
  return { elements: found.size === 0 ? comments : new Set([...found, ...comments]) }
}

/** Finds the texts for screen readers alone, in a body that is no page and has no other chrome. */
export function findSpoken(nodes: readonly SourceNode[]): Chrome {
  const elements = new Set<SourceElement>()
  for (const node of nodes) listSpoken(node, elements)
  return { elements }
}

function listSpoken(node: SourceNode, into: Set<SourceElement>): void {
  if (!isSourceElement(node)) return
  if (isSpoken(node)) into.add(node)
  else for (const child of node.childNodes) listSpoken(child, into)
}

function findHostTest(sourceUrl: string | undefined): MarkTest | undefined {
  if (sourceUrl === undefined || !URL.canParse(sourceUrl)) return undefined
  const labels = new URL(sourceUrl).hostname.split('.')
  for (let at = 0; at < labels.length - 1; at++) {
    const test = testsByHost.get(labels.slice(at).join('.'))
    if (test !== undefined) return test
  }
  return undefined
}

function searchNode(node: SourceNode, search: Search, isInChrome: boolean): void {
  if (!isSourceElement(node)) {
    const length = toSourceText(node)?.trim().length ?? 0
    search.characters += length
    if (isInChrome) search.foundCharacters += length
    return
  }
  if (unseenTags.has(node.tagName)) return
  if (!isInChrome && isCommentBlock(node)) {
    search.comments.add(node)
    return
  }
  const isChrome = !isInChrome && search.isChrome(node)
  if (isChrome) search.found.add(node)
  for (const child of node.childNodes) searchNode(child, search, isInChrome || isChrome)
}

const unseenTags: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template'])

const longestClosingLine = 800

function findClosingLine(nodes: readonly SourceNode[]): SourceElement | undefined {
  const last = nodes.findLast((node) => toText(node).trim() !== '')
  if (last === undefined || !isSourceElement(last)) return undefined
  if (last.tagName !== 'p') return findClosingLine(last.childNodes)
  const line = toText(last).replace(/\s+/g, ' ').trim()
  return closingLines.some((pattern) => pattern.test(line)) ? last : undefined
}

/** Start of a node's text, at most `most` characters. */
function toText(node: SourceNode, most = longestClosingLine): string {
  if (!isSourceElement(node)) return (toSourceText(node) ?? '').slice(0, most)
  let text = ''
  for (const child of node.childNodes) {
    if (text.length >= most) break
    text += toText(child, most - text.length)
  }
  return text
}

/** Whether an element is a menu: mostly links to other pages. Links within the article make it a table of contents. */
function isMenu(element: SourceElement): boolean {
  const role = sourceAttribute(element, 'role')
  if (element.tagName !== 'nav' && role !== 'navigation') return false
  const menu: Menu = { characters: 0, linkCharacters: 0, leadsInside: false }
  for (const child of element.childNodes) readMenu(child, menu, false)
  return !menu.leadsInside && menu.linkCharacters * 2 > menu.characters
}

/** Whether a text is there for screen readers alone. Not one that gives a link or a heading its only words. */
function isSpoken(element: SourceElement): boolean {
  const style = sourceAttribute(element, 'style')
  const isMeant = isSpokenMark(element) || (style !== undefined && offScreen.test(style))
  if (!isMeant) return false
  const { parentNode } = element
  if (parentNode === null || !('tagName' in parentNode)) return true
  if (!/^(?:a|button|figcaption|h[1-6]|label|summary|td|th)$/.test(parentNode.tagName)) return true
  return toText(parentNode).trim() !== toText(element).trim()
}

interface Menu {
  characters: number
  linkCharacters: number
  leadsInside: boolean
}

function readMenu(node: SourceNode, menu: Menu, isInLink: boolean): void {
  if (!isSourceElement(node)) {
    const length = toSourceText(node)?.trim().length ?? 0
    menu.characters += length
    if (isInLink) menu.linkCharacters += length
    return
  }
  const isLink = node.tagName === 'a'
  if (isLink && (sourceAttribute(node, 'href') ?? '').includes('#')) menu.leadsInside = true
  for (const child of node.childNodes) readMenu(child, menu, isInLink || isLink)
}
