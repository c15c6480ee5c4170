import { AnchorText } from '#core/anchor/anchor-text.ts'
import type { Stretch } from '#core/passage/passage-text.ts'
import type { TextAnchor } from '#core/anchor/text-anchor.ts'
import type { DeskNote } from '#reader/data/desk/kept-notes.ts'
import { mapText, toRange, type ReadNodeText, type TextMap } from '../hits/text-map.ts'
import type { PlacedNote } from './paint-notes.ts'

/** Finds the notes of an article in its text, whatever script shows it. */
export function placeNotes(
  box: Element,
  read: ReadNodeText,
  notes: readonly DeskNote[],
): PlacedNote[] {
  const root = box.querySelector('.article-text')
  if (root === null) return []
  const map = mapText(root, read)
  const text = new AnchorText(map.text)
  return notes.map((note) => {
    const found = text.find(note.anchor)
    return { note, range: found && toRange(map, found.start, found.end) }
  })
}

/** The anchor of a selection in an article; `undefined` when nothing of its text is selected. */
export function anchorSelection(
  box: Element,
  read: ReadNodeText,
  selected: Range,
): TextAnchor | undefined {
  const root = box.querySelector('.article-text')
  if (root === null || !selected.intersectsNode(root)) return undefined
  const map = mapText(root, read)
  const stretch = toStretch(map, selected)
  return stretch && new AnchorText(map.text).anchor(stretch)
}

function toStretch({ pieces }: TextMap, selected: Range): Stretch | undefined {
  const inside = pieces.filter(({ node }) => selected.intersectsNode(node))
  const [first, last] = [inside[0], inside.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const isFrom = first.node === selected.startContainer
  const isTo = last.node === selected.endContainer
  return {
    start: first.start + (isFrom ? selected.startOffset : 0),
    end: last.start + (isTo ? selected.endOffset : last.node.length),
  }
}
