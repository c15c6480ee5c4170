import { isBlockTag, isReadingTag } from '#core/text/plain-text.ts'

/** Elements that the reader adds to an article: buttons, players, picture placeholders. The index lacks their text. */
const added = 'button, .player, .picture-box, .page-bar'

/** The text of an element as the search index sees it, and the text node that each span of it came from. */
export interface TextMap {
  text: string
  /** In text order. Characters that no piece covers are the line breaks between blocks. */
  pieces: readonly { start: number; node: Text }[]
}

/** Returns the text of a node; it must be as long as the text on the page. */
export type ReadNodeText = (node: Text) => string

const asShown: ReadNodeText = ({ data }) => data

/** Maps the text of an element. Block boundaries end words, other tags do not. */
export function mapText(root: Element, read: ReadNodeText = asShown): TextMap {
  const pieces: { start: number; node: Text }[] = []
  const parts: string[] = []
  let length = 0
  const add = (part: string) => {
    parts.push(part)
    length += part.length
  }
  const visit = (node: Node) => {
    if (node instanceof Text) {
      pieces.push({ start: length, node })
      add(read(node))
    }
    if (!(node instanceof Element) || isReadingTag(node.localName)) return
    if (node.matches(added)) return
    const isBlock = isBlockTag(node.localName)
    if (isBlock) add('\n')
    for (const child of node.childNodes) visit(child)
    if (isBlock) add('\n')
  }
  for (const child of root.childNodes) visit(child)
  return { text: parts.join(''), pieces }
}

/** The range of the document that a span of the text came from; `undefined` when there is no text there. */
export function toRange({ pieces }: TextMap, start: number, end: number): Range | undefined {
  const from = findPiece(pieces, start)
  const to = findPiece(pieces, end - 1)
  if (from === undefined || to === undefined) return undefined
  const range = document.createRange()
  range.setStart(from.node, Math.min(start - from.start, from.node.length))
  range.setEnd(to.node, Math.min(end - to.start, to.node.length))
  return range
}

function findPiece(pieces: TextMap['pieces'], place: number) {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((pieces[middle]?.start ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return pieces[low - 1]
}
