import { parseNamedLink } from '#core/address/own-address.ts'
import { outgoingLink } from '#core/html/html-policy.ts'
import { isTag, toElement, toText, type ArticleNode } from '../tree/article-tree.ts'
import { findLinks } from './find-links.ts'
import type { TextPiece } from './text-piece.ts'

/** Turns plain URLs and e-mail addresses in an article into links. Inside links and code they stay text. */
export function linkPlainText(nodes: readonly ArticleNode[]): ArticleNode[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'text') return toLinkedText(node.text)
    if (!isTag(node, 'a', 'pre', 'code', 'kbd', 'samp'))
      node.children = linkPlainText(node.children)
    return [node]
  })
}

/** Converts a text to nodes, with its URLs and e-mail addresses as links. */
export function toLinkedText(text: string): ArticleNode[] {
  return findLinks(text).map((piece) =>
    piece.kind === 'text' ? toText(piece.text) : toLink(piece),
  )
}

function toLink({ url, text }: Extract<TextPiece, { kind: 'link' }>): ArticleNode {
  const attributes: [string, string][] = [['href', url]]
  if (!url.startsWith('mailto:')) attributes.push(...Object.entries(outgoingLink))
  const named = parseNamedLink(url)
  const shown = named === undefined ? text : (named.otherwise ?? `${named.name}${named.hash}`)
  return toElement('a', attributes, [toText(shown)])
}
