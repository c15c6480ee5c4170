import { parseVideoUrl } from '#core/address/video-url.ts'
import {
  isSourceElement,
  parseSourceHtml,
  sourceAttribute,
  type SourceElement,
  type SourceNode,
} from '../source/source-html.ts'
import type { Siblings } from './formula.ts'
import {
  findElement,
  holdsFallback,
  holdsWords,
  makeSourceElement,
  renameElement,
  textOf,
  toLine,
} from './source-nodes.ts'

/** Words for readers without script are kept, unless they repeat what stands beside them. Pictures have their own rule. */
export function settleNoscript(
  element: SourceElement,
  { siblings, at }: Siblings,
): SourceNode[] | undefined {
  parseWritten(element)
  if (!element.childNodes.some((child) => holdsWords(child))) return undefined
  const words = toLine(textOf(element))
  const beside = [siblings[at - 1], siblings[at + 1], siblings[at - 2], siblings[at + 2]]
  const isDouble =
    words !== '' &&
    beside.some(
      (node) => node !== undefined && isSourceElement(node) && toLine(textOf(node)) === words,
    )
  if (isDouble) return undefined
  return [renameElement(element, isPhrase(element) ? 'span' : 'div')]
}

/** Programs that saved the page with its scripts running wrote the inside as text. */
function parseWritten(element: SourceElement): void {
  const text = element.childNodes.every((node) => 'value' in node) ? textOf(element) : ''
  if (!/^\s*<(?:[a-z][^<>]*|!--[^]*?--)>/i.test(text)) return
  element.childNodes = parseSourceHtml(text).nodes
  for (const node of element.childNodes) node.parentNode = element
}

function isPhrase(element: SourceElement): boolean {
  return element.childNodes.every(
    (node) =>
      !isSourceElement(node) ||
      /^(?:a|b|code|em|i|img|s|small|span|strong|sub|sup|u)$/.test(node.tagName),
  )
}

/** The markup that an element keeps as text. */
export function parseInside(element: SourceElement, html: string): SourceElement {
  const inside = makeSourceElement('div', {}, parseSourceHtml(html).nodes)
  inside.parentNode = element.parentNode
  return inside
}

/** Browsers show the content of a template only where it is the shadow of the element around it. */
export function settleTemplate(element: SourceElement): SourceNode[] | undefined {
  const mode = sourceAttribute(element, 'shadowrootmode') ?? sourceAttribute(element, 'shadowroot')
  if (mode === undefined || !('content' in element)) return undefined
  const { content } = element as { content: { childNodes: SourceNode[] } }
  return [renameElement(element, 'div', content.childNodes)]
}

const addressAttributes = new Set(
  'classid code data data-original data-src data-lazy-src src'.split(' '),
)

/** A frame that leads nowhere is its fallback, or the page it carries. */
export function settleFrame(element: SourceElement): SourceNode[] | undefined {
  const leads = element.attrs.some(
    ({ name, value }) => addressAttributes.has(name) && !/^\s*(?:about:.*)?$/.test(value),
  )
  const own = element.tagName === 'iframe' ? (sourceAttribute(element, 'srcdoc') ?? '') : ''
  if (leads && own.trim() !== '' && !isFilm(element)) {
    const frame = renameElement(element, 'iframe')
    frame.attrs = element.attrs.filter(({ name }) => name !== 'srcdoc')
    return [parseInside(element, own), frame]
  }
  const isEmpty = element.tagName === 'canvas' || element.tagName === 'applet'
  if (!isEmpty && (leads || holdsPlayer(element))) return undefined
  if (element.tagName !== 'iframe') {
    return holdsFallback(element) ? [renameElement(element, 'div')] : undefined
  }
  const page = sourceAttribute(element, 'srcdoc') ?? textOf(element)
  return page.trim() === '' ? undefined : [parseInside(element, page)]
}

function isFilm(element: SourceElement): boolean {
  return (
    parseVideoUrl((sourceAttribute(element, 'src') ?? '').replace(/^\/\//, 'https://')) !==
    undefined
  )
}

function holdsPlayer(element: SourceElement): boolean {
  return findElement(element, ({ tagName }) => /^(?:embed|param)$/.test(tagName)) !== undefined
}

/** Gives a `picture` without `img` one: the sources name the addresses. */
export function settlePicture(element: SourceElement): undefined {
  const images = element.childNodes.filter((node) => isSourceElement(node))
  const hasSource = images.some(({ tagName }) => tagName === 'source')
  if (!hasSource || findElement(element, ({ tagName }) => tagName === 'img')) return undefined
  const image = makeSourceElement('img', {}, [])
  image.parentNode = element
  element.childNodes.push(image)
  return undefined
}
