import { toBookNodes, type BookNode, type TreeReader } from '#shape/book/book-tree.ts'
import {
  isSourceElement,
  parseSourceHtml,
  toHtmlTag,
  toSourceText,
  type SourceNode,
} from '#builder/read/clean/source/source-html.ts'

const reader: TreeReader<SourceNode> = {
  toText: toSourceText,
  toTag: (node) => (isSourceElement(node) ? toHtmlTag(node) : undefined),
  *listAttributes(node) {
    if (!isSourceElement(node)) return
    for (const { name, value, prefix } of node.attrs) {
      if (prefix === undefined || prefix === '') yield [name, value]
    }
  },
  listChildren: (node) => (isSourceElement(node) ? node.childNodes : []),
}

/** Parses the HTML of an article in a built site for a book; a site may have been written by anybody. */
export function parseBookHtml(html: string): BookNode[] {
  return toBookNodes(parseSourceHtml(html).nodes, reader)
}
