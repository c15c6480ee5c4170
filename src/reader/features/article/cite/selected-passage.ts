import { PassageText } from '#core/passage/passage-text.ts'
import type { PassageName } from '#core/passage/text-directive.ts'
import { mapText, type ReadNodeText, type TextMap } from '../hits/text-map.ts'

/** The text of an article as text fragment links see it: the original text, with line breaks between blocks only. */
export function mapPassages(root: Element, read: ReadNodeText): TextMap {
  return mapText(root, (node) => read(node).replace(/[\n\r\f\t]/g, ' '))
}

/** The name of a selection in a box's article; `undefined` when nothing of its text is selected. */
export function nameSelected(
  box: Element,
  read: ReadNodeText,
  range: Range | undefined,
): PassageName | undefined {
  const root = box.querySelector('.article-text')
  if (root === null || range === undefined || !range.intersectsNode(root)) return undefined
  const { text, pieces } = mapPassages(root, read)
  const selected = pieces.filter(({ node }) => range.intersectsNode(node))
  const [first, last] = [selected[0], selected.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const isFrom = first.node === range.startContainer
  const isTo = last.node === range.endContainer
  return new PassageText(text).name({
    start: first.start + (isFrom ? range.startOffset : 0),
    end: last.start + (isTo ? range.endOffset : last.node.length),
  })
}

/** The selection on the page; `undefined` when it is empty. */
export function readSelection(): Range | undefined {
  const selection = getSelection()
  return selection === null || selection.isCollapsed ? undefined : selection.getRangeAt(0)
}
