import {
  isSourceElement,
  sourceAttribute,
  toSourceText,
  type SourceElement,
  type SourceNode,
} from '../source/source-html.ts'

/** What a link of a footnote becomes: a place of its own that leads to its other half. Ids without prefix. */
export interface FootnoteLink {
  id: string
  target: string
}

/** How programs name the two halves: fragments that lead to the note, and back to its mark in the text. */
const forms: readonly { toNote: RegExp; toMark: RegExp }[] = [
  // Word and what pastes from it, LibreOffice, WordPress, Markdown.
  { toNote: /#_(?:ftn|edn)(\d{1,4})$/, toMark: /#_(?:ftn|edn)ref(\d{1,4})$/ },
  { toNote: /#sd(?:foot|end)note(\d{1,4})sym$/, toMark: /#sd(?:foot|end)note(\d{1,4})anc$/ },
  { toNote: /#(?:easy-)?footnote-(\d{1,4})$/, toMark: /#(?:easy-)?footnote-ref-(\d{1,4})$/ },
  { toNote: /#fn[:-]?(\d{1,4})$/, toMark: /#fnr(?:ef)?[:-]?(\d{1,4})$/ },
]

/**
 * Brings the halves of footnotes together again whose ids were lost, or whose links lead into the file that the article was pasted
 * from. The number that a link shows counts more than the one in its address, which copying often garbles. A half without the
 * other, and one whose target stands in the article, stays as it is.
 */
export function pairFootnotes(
  links: readonly SourceElement[],
  nodes: readonly SourceNode[],
): Map<SourceElement, FootnoteLink> {
  const pairs = new Map<SourceElement, FootnoteLink>()
  const marks = numberLinks(links, 'toNote')
  const notes = numberLinks(links, 'toMark')
  if (marks.size === 0 || notes.size === 0) return pairs
  const ids = listIds(nodes)
  for (const [number, [note]] of notes) {
    const own = marks.get(number)
    if (note === undefined || own === undefined) continue
    if (![note, ...own].every((link) => !ids.has(toFragment(link)))) continue
    const [id, target] = [`note-${number}`, `note-mark-${number}`]
    pairs.set(note, { id, target })
    for (const mark of own) pairs.set(mark, { id: target, target: id })
  }
  return pairs
}

/** Links to one half of the footnotes, in order, by their number. */
function numberLinks(
  links: readonly SourceElement[],
  half: 'toNote' | 'toMark',
): Map<number, SourceElement[]> {
  const numbered = new Map<number, SourceElement[]>()
  for (const link of links) {
    const href = sourceAttribute(link, 'href')?.trim() ?? ''
    const named = forms
      .map((form) => form[half].exec(href)?.[1])
      .find((found) => found !== undefined)
    if (named === undefined) continue
    const shown = /^[[(［（〔]?(\d{1,4})[\])］）〕]?$/.exec(toLabel(link))?.[1]
    const number = Number(shown ?? named)
    const own = numbered.get(number)
    if (own === undefined) numbered.set(number, [link])
    else own.push(link)
  }
  return numbered
}

function toLabel(link: SourceElement): string {
  const texts = link.childNodes.map((node) =>
    isSourceElement(node) ? toLabel(node) : (toSourceText(node) ?? ''),
  )
  return texts.join('').trim()
}

function toFragment(link: SourceElement): string {
  const href = sourceAttribute(link, 'href')?.trim() ?? ''
  return href.slice(href.lastIndexOf('#') + 1)
}

function listIds(nodes: readonly SourceNode[]): Set<string> {
  const ids = new Set<string>()
  const visit = (node: SourceNode) => {
    if (!isSourceElement(node)) return
    for (const name of ['id', 'name']) ids.add(sourceAttribute(node, name) ?? '')
    for (const child of node.childNodes) visit(child)
  }
  for (const node of nodes) visit(node)
  return ids
}
