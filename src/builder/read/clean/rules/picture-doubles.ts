import {
  isSourceElement,
  toHtmlTag,
  toSourceText,
  type SourceElement,
  type SourceNode,
} from '../source/source-html.ts'
import { toPictureKey } from './picture-key.ts'
import { isDecoration } from './picture-rule.ts'

/** A shown picture on the walk through an article. */
interface Sight {
  picture: SourceElement
  key: string
  /** Visible characters before it, white space aside. */
  place: number
  isCaptioned: boolean
}

// Pages print their lead picture above the article, the article prints it again at its beginning.
const leadCharacters = 600

/**
 * Pictures that only repeat another one, whatever the size or the proxy in the address: right after it, or the lead picture
 * once more at the beginning of the text. Of a pair with one caption the captioned one stays. A picture that comes again and
 * again is a divider and stays everywhere.
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
      // The one that stays is what the next is compared with.
      if (double === sight && isAgain) continue
    }
    before = sight
  }
  return doubles
}

/** Which of two equal pictures may go; none when both say something below them. */
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
