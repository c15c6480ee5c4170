import { PassageText } from '#core/passage/passage-text.ts'
import type { TextDirective } from '#core/passage/text-directive.ts'
import { mapText, type ReadNodeText, type TextMap } from '../hits/text-map.ts'

/** The text of an article as links to passages know it: as written, with line ends between blocks alone. */
export function mapPassages(root: Element, read: ReadNodeText): TextMap {
  return mapText(root, (node) => read(node).replace(/[\n\r\f\t]/g, ' '))
}

/** The name of what is selected in the text of the article in a box; `undefined` when nothing of it is. */
export function nameSelected(box: Element, read: ReadNodeText): TextDirective | undefined {
  const root = box.querySelector('.article-text')
  const range = readSelection()
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

/** What is selected on the page, of any length but none. */
export function readSelection(): Range | undefined {
  const selection = getSelection()
  return selection === null || selection.isCollapsed ? undefined : selection.getRangeAt(0)
}
