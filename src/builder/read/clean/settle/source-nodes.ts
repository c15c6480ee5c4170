import { defaultTreeAdapter, html } from 'parse5'
import {
  isSourceElement,
  sourceAttribute,
  toSourceText,
  type SourceElement,
  type SourceNode,
} from '../source/source-html.ts'

/** Creates an HTML element of the source. */
export function makeSourceElement(
  tagName: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly SourceNode[],
): SourceElement {
  const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value }))
  const element = defaultTreeAdapter.createElement(tagName, html.NS.HTML, attrs)
  for (const child of children) defaultTreeAdapter.appendChild(element, child)
  return element
}

/** Creates a text of the source. */
export function makeSourceText(value: string): SourceNode {
  return defaultTreeAdapter.createTextNode(value)
}

/** A copy of an element with another tag; the children move over. */
export function renameElement(
  element: SourceElement,
  tagName: string,
  children: readonly SourceNode[] = element.childNodes,
): SourceElement {
  const renamed = makeSourceElement(tagName, {}, children)
  renamed.attrs = element.attrs
  renamed.parentNode = element.parentNode
  return renamed
}

/** All text of a node, as it is in the source. */
export function textOf(node: SourceNode): string {
  if (!isSourceElement(node)) return toSourceText(node) ?? ''
  return node.childNodes.map((child) => textOf(child)).join('')
}

/** Whether a node holds a letter, a number or any other sign that is not white space. */
export function holdsWords(node: SourceNode): boolean {
  if (!isSourceElement(node)) return /\S/.test(toSourceText(node) ?? '')
  if (/^(?:script|style|template)$/.test(node.tagName)) return false
  if (node.tagName === 'input') return (sourceAttribute(node, 'value') ?? '') !== ''
  return node.childNodes.some((child) => holdsWords(child))
}

/** Whether there is anything in an element to show in its place. */
export function holdsFallback(element: SourceElement): boolean {
  return element.childNodes.some(
    (child) =>
      holdsWords(child) ||
      (isSourceElement(child) && !/^(?:param|script|source|style|track)$/.test(child.tagName)),
  )
}

/** The first element below `root`, in order, that passes. */
export function findElement(
  root: SourceElement,
  passes: (element: SourceElement) => boolean,
): SourceElement | undefined {
  for (const child of root.childNodes) {
    if (!isSourceElement(child)) continue
    const found = passes(child) ? child : findElement(child, passes)
    if (found) return found
  }
  return undefined
}

/** The class names of an element. */
export function classesOf(element: SourceElement): string[] {
  return (sourceAttribute(element, 'class') ?? '').split(/\s+/).filter((name) => name !== '')
}

/** Writes a text on one line. */
export function toLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
