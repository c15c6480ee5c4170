import { buildOutgoingLink } from './build-element.ts'
import { linkifyText } from './linkify.ts'

/** Where an address in the text is not made a link: it is one already, or it is code. */
const skipped = 'a, pre, code, kbd, samp, button'

/** Makes links of the plain addresses in an article. Works on text nodes only: no markup is written. */
export function linkTexts(root: DocumentFragment): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (node instanceof Text && /https?:\/\//i.test(node.data)) found.push(node)
  }
  for (const node of found) {
    if (node.parentElement?.closest(skipped)) continue
    const pieces = linkifyText(node.data)
    if (!pieces.some((piece) => piece.kind === 'link')) continue
    node.replaceWith(
      ...pieces.map((piece) =>
        piece.kind === 'link' ? buildOutgoingLink(piece.url, piece.text) : piece.text,
      ),
    )
  }
}
