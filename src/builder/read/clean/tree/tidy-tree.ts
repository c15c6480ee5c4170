import type { AllowedTag } from '#core/html/html-policy.ts'
import {
  attributeOf,
  isBlank,
  isBlock,
  isTag,
  toElement,
  type ArticleElement,
  type ArticleNode,
} from './article-tree.ts'
import { tidyDescriptions, tidyList } from './tidy-list.ts'
import { hasContent, isSeam, settleSeams, toSeam } from './seam.ts'

interface Surroundings {
  /** Nearest ancestor that will be kept. */
  parent: AllowedTag | undefined
  isInHeading: boolean
}

const headingTags: ReadonlySet<string> = new Set(['h2', 'h3', 'h4', 'h5', 'h6'])
const emptyBlockTags: ReadonlySet<string> = new Set([
  ...'blockquote details div dl figcaption figure ol p pre summary ul'.split(' '),
  ...headingTags,
])
// A wrapper that is the only child of one of these adds nothing.
const soleChildTags: ReadonlySet<string> = new Set([
  ...'blockquote dd dt figcaption figure li summary td th'.split(' '),
  ...headingTags,
])

/** Parents that an element requires to keep its meaning. */
const homes: ReadonlyMap<AllowedTag, readonly AllowedTag[]> = new Map<AllowedTag, AllowedTag[]>([
  ['li', ['ul', 'ol']],
  ['dt', ['dl']],
  ['dd', ['dl']],
  ['figcaption', ['figure']],
  ['summary', ['details']],
  ['rt', ['ruby']],
  ['rp', ['ruby']],
])

/**
 * Normalizes a cleaned tree so that a browser parses it back exactly as serialized, without superfluous markup:
 * meaningless wrappers and empty elements are removed, lists contain only items, paragraphs contain no blocks. White
 * space must already be collapsed. Visible text and its line breaks stay the same.
 */
export function tidyTree(nodes: readonly ArticleNode[]): ArticleNode[] {
  const surroundings = { parent: undefined, isInHeading: false }
  return settleSeams(tidyNodes(nodes, surroundings), true)
}

// Plain loops: all nodes of an archive pass here.
function tidyNodes(nodes: readonly ArticleNode[], surroundings: Surroundings): ArticleNode[] {
  const tidied: ArticleNode[] = []
  for (const node of nodes) {
    if (node.kind === 'element') {
      for (const part of tidyElement(node, surroundings)) tidied.push(part)
    } else if (node.text !== '') tidied.push(node)
  }
  return tidied
}

function tidyElement(given: ArticleElement, surroundings: Surroundings): ArticleNode[] {
  const element = toHomed(given, surroundings)
  const isTransparent = element.tag === 'div' && element.attributes.length === 0
  const inside: Surroundings = {
    parent: isTransparent ? surroundings.parent : element.tag,
    isInHeading: surroundings.isInHeading || headingTags.has(element.tag),
  }
  element.children = settleSeams(tidyNodes(element.children, inside), isBlock(element))
  return shapeElement(element)
}

/** Turns an element outside of its required parent into a `div` or `span`. */
function toHomed(element: ArticleElement, { parent, isInHeading }: Surroundings): ArticleElement {
  const home = homes.get(element.tag)
  const isAstray = home !== undefined && (parent === undefined || !home.includes(parent))
  if (!isAstray && !(isInHeading && headingTags.has(element.tag))) return element
  element.tag = isBlock(element) ? 'div' : 'span'
  element.attributes = element.attributes.filter(([name]) => name !== 'value')
  delete element.sourceLevel
  return element
}

function shapeElement(element: ArticleElement): ArticleNode[] {
  const { tag } = element
  if (tag === 'rt' || tag === 'rp' || tag === 'th' || tag === 'td') return [shapeSmall(element)]
  if (tag === 'ul' || tag === 'ol' || tag === 'dl') {
    const entries = tag === 'dl' ? tidyDescriptions(element.children) : tidyList(element.children)
    for (const entry of entries) unwrapSoleChild(entry)
    element.children = entries
  }
  unwrapSoleChild(element)
  if (!isBlock(element)) return shapeInline(element)
  const isEmpty = !element.children.some((child) => hasContent(child))
  if (isEmpty && emptyBlockTags.has(tag) && attributeOf(element, 'id') === undefined) {
    return [toSeam()]
  }
  if (tag === 'p') return shapeParagraph(element)
  if (headingTags.has(tag)) shapeHeading(element)
  return isTag(element, 'div') ? shapeDivision(element) : [element]
}

/** An empty header cell becomes an ordinary cell. */
function shapeSmall(element: ArticleElement): ArticleElement {
  unwrapSoleChild(element)
  if (element.tag === 'th' && !element.children.some((child) => hasContent(child))) {
    element.tag = 'td'
    element.attributes = element.attributes.filter(([name]) => name !== 'scope')
  }
  return element
}

function shapeInline(element: ArticleElement): ArticleNode[] {
  const isVoid = isTag(element, 'img', 'br', 'wbr', 'source', 'audio', 'video')
  if (isVoid || attributeOf(element, 'id') !== undefined) return [element]
  if (element.tag === 'span' && element.attributes.length === 0) return element.children
  if (element.children.length === 0) return []
  // A link around nothing visible could only be found with the keyboard.
  if (isTag(element, 'a') && !element.children.some((child) => hasContent(child))) {
    return element.children
  }
  if (isTag(element, 'a')) nameLink(element)
  return [element]
}

/** Gives a link that contains only pictures without alternative text an accessible name: its host. */
function nameLink(link: ArticleElement): void {
  if (attributeOf(link, 'title') !== undefined || link.children.some((child) => isNamed(child)))
    return
  const url = attributeOf(link, 'href') ?? ''
  const host = /^https?:\/\/(?:www\.)?([^/?#]+)/.exec(url)?.[1]
  if (host === undefined) return
  const at = link.attributes.findIndex(([name]) => name === 'rel')
  link.attributes.splice(at === -1 ? link.attributes.length : at, 0, ['title', host])
}

function isNamed(node: ArticleNode): boolean {
  if (node.kind === 'text') return node.text.trim() !== ''
  if (node.tag === 'img') return (attributeOf(node, 'alt') ?? '') !== ''
  return node.children.some((child) => isNamed(child))
}

/** Ends a paragraph where a block begins, as a browser would, so that both trees agree. */
function shapeParagraph(paragraph: ArticleElement): ArticleNode[] {
  if (!holdsBlock(paragraph)) return [paragraph]
  if (!paragraph.children.every((child) => isBlock(child) || !holdsBlock(child))) {
    paragraph.tag = 'div'
    return shapeDivision(paragraph)
  }
  const shaped: ArticleNode[] = []
  let run: ArticleNode[] = []
  const endRun = () => {
    const isEmpty = run.every((node) => isBlank(node) || isTag(node, 'br'))
    if (!isEmpty) shaped.push(toElement('p', shaped.length === 0 ? paragraph.attributes : [], run))
    run = []
  }
  for (const child of paragraph.children) {
    if (!isBlock(child)) run.push(child)
    else {
      endRun()
      shaped.push(child)
    }
  }
  endRun()
  return shaped
}

function holdsBlock(node: ArticleNode): boolean {
  return (
    node.kind === 'element' && node.children.some((child) => isBlock(child) || holdsBlock(child))
  )
}

function shapeHeading(heading: ArticleElement): void {
  // A heading with only an unlabelled picture has no text to navigate by.
  if (heading.children.some((child) => isNamed(child))) return
  heading.tag = 'div'
  delete heading.sourceLevel
}

function shapeDivision(division: ArticleElement): ArticleNode[] {
  if (division.attributes.length > 0) return [division]
  return division.children.every((child) => isBlock(child) || isSeam(child))
    ? division.children
    : [division]
}

function unwrapSoleChild(element: ArticleElement): void {
  if (!soleChildTags.has(element.tag)) return
  const [only, ...others] = element.children
  if (only === undefined || others.length > 0 || !isTag(only, 'div', 'p')) return
  const isWrapper = only.tag === 'div' || headingTags.has(element.tag)
  if (isWrapper && only.attributes.length === 0) element.children = only.children
}
