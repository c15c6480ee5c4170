import {
  makeBookElement,
  toBookNodes,
  type BookNode,
  type TreeReader,
} from '#shape/book/book-tree.ts'
import { stripTags } from '#core/text/plain-text.ts'
import { canSanitize, sanitizeHtml } from '../safe/sanitize-article.ts'

const reader: TreeReader<Node> = {
  toText: (node) => (node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '') : undefined),
  toTag: (node) => (isElement(node) ? node.localName : undefined),
  *listAttributes(node) {
    if (!isElement(node)) return
    // The sanitizer keeps the address of a picture where nothing loads it.
    for (const { name, value } of node.attributes) yield [name === 'data-src' ? 'src' : name, value]
  },
  listChildren: (node) => node.childNodes,
}

/** The sanitizer's nodes belong to a document of its own, whose classes are not this page's. */
function isElement(node: Node): node is Element {
  return (
    node.nodeType === Node.ELEMENT_NODE &&
    (node as Element).namespaceURI === 'http://www.w3.org/1999/xhtml'
  )
}

/** Sanitizes the HTML of an article for a book; its text alone where the sanitizer does not work. */
export function parseSafeHtml(html: string): BookNode[] {
  if (!canSanitize()) return [makeBookElement('p', [stripTags(html)])]
  return toBookNodes(sanitizeHtml(html).childNodes, reader)
}
