import {
  isSourceElement,
  sourceAttribute,
  toSourceText,
  type SourceElement,
  type SourceNode,
} from '../source/source-html.ts'
import { isHidden } from './hidden.ts'
import { makeMark } from './mark.ts'
import { makeSourceElement, textOf, toLine } from './source-nodes.ts'

/** Smaller drawings are icons, pixels. */
const largestIcon = 64

/**
 * What stands for an inline drawing: its words behind a mark, else the mark with its title; bitmaps in it become
 * pictures. Nothing for an icon without words: it shows nothing that can be read. An icon that calls itself a picture and
 * has a title (`role="img"`, as a tick in a table) says that title.
 */
export function settleDrawing(svg: SourceElement): SourceNode[] {
  const words = listWords(svg)
  const pictures = listBitmaps(svg)
  if (words.length === 0 && pictures.length > 0) return pictures
  const label = toLabel(svg)
  if (words.length === 0 && isIcon(svg, label)) return []
  const said = [...new Set([label, words.join(' · ')])].filter((part) => part !== '')
  return [makeMark('drawing', said.join(': ')), ...pictures]
}

/** Texts of a drawing, one for each place. */
function listWords(svg: SourceElement): string[] {
  const words: string[] = []
  const visit = (node: SourceNode) => {
    if (!isSourceElement(node) || isUnseen(node)) return
    const isText = node.tagName === 'text' || node.tagName === 'foreignObject'
    const text = isText ? toLine(spaceOut(node)) : ''
    if (text !== '') words.push(text)
    else if (!isText) node.childNodes.forEach(visit)
  }
  svg.childNodes.forEach(visit)
  return words
}

// What is only drawn where something else asks for it.
const keptForLater = /^(?:clippath|defs|marker|mask|metadata|pattern|symbol)$/i

function isUnseen(element: SourceElement): boolean {
  if (keptForLater.test(element.tagName)) return true
  const hides = /^\s*(?:none|hidden|collapse)\s*$/i
  return (
    isHidden(element) ||
    hides.test(sourceAttribute(element, 'display') ?? '') ||
    hides.test(sourceAttribute(element, 'visibility') ?? '')
  )
}

/** The text of an element; what stands in another place is another word. */
function spaceOut(node: SourceNode): string {
  if (!isSourceElement(node)) return toSourceText(node) ?? ''
  if (/^(?:script|style|title|desc)$/.test(node.tagName)) return ''
  const inside = node.childNodes.map((child) => spaceOut(child)).join('')
  const isPlaced = node.attrs.some(({ name }) => /^d?[xy]$/.test(name))
  return isPlaced || /^(?:br|div|li|p|td)$/.test(node.tagName) ? ` ${inside} ` : inside
}

function listBitmaps(svg: SourceElement): SourceElement[] {
  const images: SourceElement[] = []
  const visit = (node: SourceNode) => {
    if (!isSourceElement(node)) return
    if (node.tagName === 'image') {
      const href = sourceAttribute(node, 'href') ?? sourceAttribute(node, 'xlink:href') ?? ''
      if (href !== '') images.push(makeSourceElement('img', { src: href, alt: toLabel(svg) }, []))
    }
    node.childNodes.forEach(visit)
  }
  svg.childNodes.forEach(visit)
  return images
}

function toLabel(svg: SourceElement): string {
  const title = findSaid(svg, 'title') ?? findSaid(svg, 'desc')
  return toLine(sourceAttribute(svg, 'aria-label') ?? (title ? textOf(title) : ''))
}

/** The first element of a name, but in what is drawn elsewhere. */
function findSaid(svg: SourceElement, name: string): SourceElement | undefined {
  for (const child of svg.childNodes) {
    if (!isSourceElement(child) || keptForLater.test(child.tagName)) continue
    const found = child.tagName === name ? child : findSaid(child, name)
    if (found !== undefined) return found
  }
  return undefined
}

function isIcon(svg: SourceElement, label: string): boolean {
  if (sourceAttribute(svg, 'aria-hidden') === 'true' || isInControl(svg)) return true
  const role = sourceAttribute(svg, 'role')?.trim().toLowerCase()
  if (role === 'presentation' || role === 'none') return true
  if (label !== '' && role === 'img') return false
  // Its shapes may be elsewhere (`use`) or drawn by a script: a title says that there is something to see.
  if (label === '' && !holdsShape(svg)) return true
  const sides = [sourceAttribute(svg, 'width'), sourceAttribute(svg, 'height')]
  const box = sourceAttribute(svg, 'viewbox') ?? sourceAttribute(svg, 'viewBox') ?? ''
  const known = sides.some((side) => side !== undefined)
    ? sides
    : box
        .trim()
        .split(/[\s,]+/)
        .slice(2)
  const pixels = known.map((side) => Number.parseFloat(side ?? '')).filter((side) => side > 0)
  const isEm = known.some((side) => /r?em\s*$/.test(side ?? ''))
  if (isEm) return true
  // What is low or narrow may be a rule between paragraphs; with a title it is a drawing.
  return label === ''
    ? pixels.some((side) => side <= largestIcon)
    : pixels.length > 0 && pixels.every((side) => side <= largestIcon)
}

function isInControl({ parentNode }: SourceElement): boolean {
  return parentNode !== null && /^(?:a|button|label|summary)$/.test(parentNode.nodeName)
}

const shapes = new Set('circle ellipse line path polygon polyline rect'.split(' '))

function holdsShape(svg: SourceElement): boolean {
  return svg.childNodes.some(
    (child) =>
      isSourceElement(child) &&
      (shapes.has(child.tagName) ||
        (!/^(?:defs|symbol|clipPath|mask)$/.test(child.tagName) && holdsShape(child))),
  )
}
