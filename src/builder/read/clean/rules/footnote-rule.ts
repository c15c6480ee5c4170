import {
  isSourceElement,
  sourceAttribute,
  toSourceText,
  type SourceElement,
  type SourceNode,
} from '../source/source-html.ts'

/** Id of one half of a footnote and of the other half that it links to. Without prefix. */
export interface FootnoteLink {
  id: string
  target: string
}

/** Fragments that programs use for the link to a note and for the backlink to its reference in the text. */
const forms: readonly { toNote: RegExp; toMark: RegExp }[] = [
  // Word and anything pasted from it, LibreOffice, WordPress, Markdown.
  { toNote: /#_(?:ftn|edn)(\d{1,4})$/, toMark: /#_(?:ftn|edn)ref(\d{1,4})$/ },
  { toNote: /#sd(?:foot|end)note(\d{1,4})sym$/, toMark: /#sd(?:foot|end)note(\d{1,4})anc$/ },
  { toNote: /#(?:easy-)?footnote-(\d{1,4})$/, toMark: /#(?:easy-)?footnote-ref-(\d{1,4})$/ },
  { toNote: /#fn[:-]?(\d{1,4})$/, toMark: /#fnr(?:ef)?[:-]?(\d{1,4})$/ },
]

/**
 * Pairs references and notes again whose ids were lost, or whose links point into the file that the article was pasted
 * from. The visible number of a link takes precedence over the one in its URL, which copying often garbles. A half
 * without the other, or whose target exists in the article, is left alone.
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

/** Links to one half of the footnotes, by number, in source order. */
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
