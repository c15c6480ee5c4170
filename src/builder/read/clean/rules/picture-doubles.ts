import {
  isSourceElement,
  sourceAttribute,
  toHtmlTag,
  toSourceText,
  type SourceElement,
  type SourceNode,
} from '../source/source-html.ts'
import { toPictureKey } from './picture-key.ts'
import { isDecoration } from './picture-rule.ts'

/** A picture as met on the walk through an article. */
interface Sight {
  picture: SourceElement
  key: string
  /** Number of visible characters before it, without white space. */
  place: number
  isCaptioned: boolean
}

// Pages show their lead picture above the article, and the article repeats it at its beginning.
const leadCharacters = 600

/**
 * Finds pictures that only repeat another one, regardless of the size or proxy in the URL: right after it, or the lead
 * picture once more at the beginning of the text. If only one of a pair has a caption, that one is kept. A picture that
 * occurs again and again is a divider and is kept everywhere. A small or blurred preview goes where the picture itself
 * stands beside it.
 */
export function findPictureDoubles(
  nodes: readonly SourceNode[],
  pictures: ReadonlyMap<SourceElement, string>,
  previews: ReadonlySet<SourceElement> = new Set(),
): Set<SourceElement> {
  const doubles = new Set<SourceElement>()
  if (pictures.size < 2) return doubles
  const sights = listSights(nodes, pictures)
  const counts = new Map<string, number>()
  for (const { key } of sights) counts.set(key, (counts.get(key) ?? 0) + 1)
  const lead = sights.find(({ picture }) => !isDecoration(picture, pictures.get(picture) ?? ''))
  let before: Sight | undefined
  for (const sight of sights) {
    const preview = before && findPreview(before, sight, previews)
    if (preview !== undefined) {
      doubles.add(preview.picture)
      if (preview === before) before = sight
      continue
    }
    const isAgain = before?.key === sight.key && before.place === sight.place
    const first = isAgain ? before : lead
    if (first !== undefined && first !== sight && first.key === sight.key) {
      const isNear = sight.place - first.place < leadCharacters && counts.get(sight.key) === 2
      const double = isAgain || isNear ? chooseDouble(first, sight) : undefined
      if (double !== undefined) doubles.add(double.picture)
      // The next picture is compared with the one that is kept.
      if (double === sight && isAgain) continue
    }
    before = sight
  }
  return doubles
}

/** Returns which of two pictures in one box is the preview of the other. */
function findPreview(
  first: Sight,
  second: Sight,
  previews: ReadonlySet<SourceElement>,
): Sight | undefined {
  if (previews.size === 0 || first.place !== second.place) return undefined
  const isFirst = previews.has(first.picture)
  if (isFirst === previews.has(second.picture)) return undefined
  return shareBox(first.picture, second.picture) ? (isFirst ? first : second) : undefined
}

/** Whether two pictures stand in one element, or in wrappers of their own in one. */
function shareBox(first: SourceElement, second: SourceElement): boolean {
  const boxes = new Set([first.parentNode, grandparentOf(first)].filter(isBox))
  return [second.parentNode, grandparentOf(second)].filter(isBox).some((box) => boxes.has(box))
}

function grandparentOf({ parentNode }: SourceElement): SourceElement['parentNode'] {
  return parentNode !== null && 'parentNode' in parentNode ? parentNode.parentNode : null
}

function isBox(node: SourceElement['parentNode']): boolean {
  return node !== null && /^(?:a|amp-img|div|figure|p|picture|span)$/.test(node.nodeName)
}

/** Returns which of two equal pictures to drop; `undefined` if both have a caption, or words of their own side by side. */
function chooseDouble(first: Sight, second: Sight): Sight | undefined {
  const words = [first, second].map(({ picture }) => sourceAttribute(picture, 'alt')?.trim() ?? '')
  const [one = '', other = ''] = words
  const isOther = one !== '' && other !== '' && !one.includes(other) && !other.includes(one)
  if (isOther && first.place === second.place) return undefined
  if (!second.isCaptioned) return second
  return first.isCaptioned ? undefined : first
}

function listSights(
  nodes: readonly SourceNode[],
  pictures: ReadonlyMap<SourceElement, string>,
): Sight[] {
  const sights: Sight[] = []
  let place = 0
  const visit = (node: SourceNode, figure: SourceElement | undefined) => {
    if (!isSourceElement(node)) {
      place += toSourceText(node)?.replace(/\s+/g, '').length ?? 0
      return
    }
    const tag = toHtmlTag(node)
    if (tag === undefined || unseenTags.has(tag)) return
    const url = pictures.get(node)
    if (url !== undefined) {
      const isCaptioned = figure !== undefined && holdsCaption(figure)
      sights.push({ picture: node, key: toPictureKey(url), place, isCaptioned })
    }
    const around = tag === 'figure' ? node : figure
    for (const child of node.childNodes) visit(child, around)
  }
  for (const node of nodes) visit(node, undefined)
  return sights
}

const unseenTags: ReadonlySet<string> = new Set('iframe object script style template'.split(' '))

function holdsCaption({ childNodes }: SourceElement): boolean {
  return childNodes.some((node) => isSourceElement(node) && node.tagName === 'figcaption')
}
