import {
  isSourceElement,
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
 * occurs again and again is a divider and is kept everywhere.
 */
export function findPictureDoubles(
  nodes: readonly SourceNode[],
  pictures: ReadonlyMap<SourceElement, string>,
): Set<SourceElement> {
  const doubles = new Set<SourceElement>()
  if (pictures.size < 2) return doubles
  const sights = listSights(nodes, pictures)
  const counts = new Map<string, number>()
  for (const { key } of sights) counts.set(key, (counts.get(key) ?? 0) + 1)
  const lead = sights.find(({ picture }) => !isDecoration(picture, pictures.get(picture) ?? ''))
  let before: Sight | undefined
  for (const sight of sights) {
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

/** Returns which of two equal pictures to drop; `undefined` if both have a caption. */
function chooseDouble(first: Sight, second: Sight): Sight | undefined {
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
