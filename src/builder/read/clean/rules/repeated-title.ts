import { isSourceElement, sourceAttribute, toSourceText } from '../source/source-html.ts'
import type { SourceElement, SourceNode } from '../source/source-html.ts'

// There is little above an article's first sentence; a page with more than this is not searched to the end.
const mostNodes = 4_000
const mostNodesOfParagraph = 100
// Bylines, dates and captions are shorter, and rarely sentences.
const paragraphLength = 60
const sentenceLength = 10

const headingPattern = /^h[1-6]$/
const titleClassPattern = /(?:^|\s)(?:[\w-]+[-_])?title(?:\s|$)/i
const titlePropertyPattern = /(?:^|\s)(?:(?:dc|og|schema):title|headline)(?:\s|$)/i
const sentenceEndPattern = /[。！？!?…」』”]$|[^\d\s]\.$/
const contentTags: ReadonlySet<string> = new Set(
  'audio embed iframe img input object picture svg table video'.split(' '),
)
const unseenTags: ReadonlySet<string> = new Set(
  'head noscript script style template title'.split(' '),
)

interface Search {
  titles: ReadonlySet<string>
  nodesLeft: number
}

/**
 * Finds the heading above the first paragraph that repeats the post's title, with or without the site's name at the end.
 * A heading that says more, or contains a picture, does not count.
 */
export function findRepeatedTitle(
  nodes: readonly SourceNode[],
  title: string | undefined,
): SourceElement | undefined {
  const titles = new Set(listTitles(title ?? ''))
  if (titles.size === 0) return undefined
  const found = searchNodes(nodes, { titles, nodesLeft: mostNodes })
  return found === 'paragraph' ? undefined : found
}

/** Comparable forms of the title, and of the title without a trailing site name. */
function listTitles(title: string): string[] {
  const short = /^(.*\S)\s+[-|–—_]\s+\S/u.exec(title)?.[1]
  return [title, short ?? '']
    .map((candidate) => toComparable(candidate))
    .filter((candidate) => candidate !== '')
}

/** Reduces a text to letters, marks and digits: CMSs vary dashes, quotes and spaces of a title between places. */
function toComparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
}

function searchNodes(
  nodes: readonly SourceNode[],
  search: Search,
): SourceElement | 'paragraph' | undefined {
  for (const node of nodes) {
    if (search.nodesLeft-- <= 0) return 'paragraph'
    const found = isSourceElement(node) ? searchElement(node, search) : searchText(node)
    if (found !== undefined) return found
  }
  return undefined
}

function searchElement(
  element: SourceElement,
  search: Search,
): SourceElement | 'paragraph' | undefined {
  if (unseenTags.has(element.tagName)) return undefined
  const isHeading = isTitleElement(element)
  if (isHeading || element.tagName === 'p') {
    const { text, isPlain } = readText(element)
    if (isHeading && isPlain && search.titles.has(toComparable(text))) return element
    if (!isHeading && isParagraph(text)) return 'paragraph'
    if (headingPattern.test(element.tagName)) return undefined
  }
  return searchNodes(element.childNodes, search)
}

function searchText(node: SourceNode): 'paragraph' | undefined {
  return isParagraph(toSourceText(node) ?? '') ? 'paragraph' : undefined
}

function isTitleElement(element: SourceElement): boolean {
  if (headingPattern.test(element.tagName)) return true
  const property = sourceAttribute(element, 'property') ?? sourceAttribute(element, 'itemprop')
  return (
    titlePropertyPattern.test(property ?? '') ||
    titleClassPattern.test(sourceAttribute(element, 'class') ?? '')
  )
}

function isParagraph(text: string): boolean {
  const line = text.trim()
  if (line.length < sentenceLength) return false
  return line.length >= paragraphLength || sentenceEndPattern.test(line)
}

/** Text of an element, up to a limit, and whether the element contains nothing else. */
function readText(element: SourceElement): { text: string; isPlain: boolean } {
  let text = ''
  let isPlain = true
  let nodesLeft = mostNodesOfParagraph
  const visit = (node: SourceNode) => {
    if (nodesLeft-- <= 0) isPlain = false
    else if (!isSourceElement(node)) text += toSourceText(node) ?? ''
    else if (contentTags.has(node.tagName)) isPlain = false
    else if (!unseenTags.has(node.tagName)) visitAll(node)
  }
  const visitAll = ({ childNodes }: SourceElement) => {
    for (const child of childNodes) {
      if (nodesLeft <= 0) break
      visit(child)
    }
  }
  visitAll(element)
  return { text, isPlain: isPlain && nodesLeft > 0 }
}
