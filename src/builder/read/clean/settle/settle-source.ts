import {
  isSourceElement,
  toHtmlTag,
  toSourceText,
  type SourceElement,
  type SourceNode,
} from '../source/source-html.ts'
import { countChange, type ChangeCounts } from './change-counts.ts'
import { settleArea, settleInput, settleLabel } from './control.ts'
import { settleDrawing } from './drawing.ts'
import {
  parseInside,
  settleFrame,
  settleNoscript,
  settlePicture,
  settleTemplate,
} from './fallback.ts'
import {
  findFormula,
  isTexAttribute,
  spaceBefore,
  toFormulaElement,
  type Siblings,
} from './formula.ts'
import { findShown, isHidden } from './hidden.ts'
import { makeMark } from './mark.ts'
import { isBlockSource, meaningStyle, plainText, readMeantStyle, readTag } from './meant-style.ts'
import { settlePictured } from './pictured.ts'
import { settleComponent } from './players.ts'
import { settleRuby } from './ruby.ts'
import {
  findElement,
  holdsWords,
  makeSourceElement,
  makeSourceText,
  renameElement,
  textOf,
} from './source-nodes.ts'
import { codeTags, takesBack, toSaidStyle, wrapText, type SaidStyle } from './styled-text.ts'
import { keepLines, separateLines } from './white-space.ts'

/** A parsed page whose elements are those that an article can have. */
export interface SettledSource {
  nodes: SourceNode[]
  /** Elements that the page does not show. */
  hidden: ReadonlySet<SourceElement>
  /** How often something was written in another way, by kind. */
  counts: ChangeCounts
}

interface Place extends SaidStyle {
  counts: ChangeCounts
  hidden: Set<SourceElement>
  /** Whether an element that the page hides is shown all the same. */
  isShown: (element: SourceElement) => boolean
  lines: 'pre' | 'line' | undefined
  isInPre: boolean
}

/**
 * Writes what a page shows in elements that an article cannot have in those that it can: formulas as text, drawings as
 * their words, controls as what is in them, text for readers without script, meaning that only a style tells. Changes
 * the given nodes. Linear in their number.
 * @param parse gives the same nodes once more, where the first look shows that hidden ones are to be shown.
 */
export function settleSource(nodes: SourceNode[], parse: () => SourceNode[]): SettledSource {
  const first = settleAll(nodes, () => false)
  const isShown = findShown(first.hidden, first.nodes)
  const settled = isShown === undefined ? first : settleAll(parse(), isShown)
  if (settled.hidden.size > 0) settled.counts.hidden = settled.hidden.size
  return settled
}

function settleAll(nodes: SourceNode[], isShown: Place['isShown']): SettledSource {
  const place: Place = {
    counts: {},
    hidden: new Set(),
    isShown,
    style: plainText,
    tagged: plainText,
    lines: undefined,
    isInPre: false,
  }
  const settled = settleNodes(nodes, place)
  return { nodes: settled, hidden: place.hidden, counts: place.counts }
}

function settleNodes(nodes: SourceNode[], place: Place): SourceNode[] {
  let changed: SourceNode[] | undefined
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    if (node === undefined) break
    const settled = settleNode(node, { siblings: nodes, at }, place)
    if (settled === undefined) changed?.push(node)
    else {
      changed ??= nodes.slice(0, at)
      for (const part of settled) changed.push(part)
    }
  }
  return changed ?? nodes
}

/** What stands in place of a node; `undefined` for the node itself. */
function settleNode(node: SourceNode, siblings: Siblings, place: Place): SourceNode[] | undefined {
  if (!isSourceElement(node)) return settleText(node, siblings, place)
  const isOrdinary = ordinaryTags.has(node.tagName)
  if (isOrdinary && place.style === plainText && !meansSomething(node)) {
    return settleInside(node, place)
  }
  const formula = findFormula(node, siblings)
  if (formula === 'double') return []
  if (formula !== undefined) {
    countChange(place.counts, 'formula')
    return spaceBefore(siblings, toFormulaElement(formula))
  }
  if (isHidden(node) && !place.isShown(node)) {
    place.hidden.add(node)
    return undefined
  }
  const pictured = settlePictured(node)
  if (pictured !== undefined) return [pictured]
  const settled = isOrdinary ? undefined : settleElement(node, siblings, place)
  if (settled === undefined) return settleStyle(node, place)
  return settled.flatMap((part) =>
    isSourceElement(part) && part !== node ? (settleStyle(part, place) ?? [part]) : [part],
  )
}

// Nearly all elements of an article: without these attributes they are what they seem.
const ordinaryTags: ReadonlySet<string> = new Set(
  (
    'a article aside b blockquote br dd div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img li main ' +
    'nav ol p section span strong sub sup table tbody td th thead tr u ul'
  ).split(' '),
)
const meaningClass =
  /katex|mathjax|mjx|mwe-math|frac|line-through|strike|struck|strikethrough|whitespace-/i

/** Whether anything says that an element is more than its tag. Tags of phrases are asked where they hold others. */
function meansSomething({ tagName, attrs, childNodes }: SourceElement): boolean {
  if (attrs.some(isMeaning)) return true
  if (readTag(tagName) === undefined) return false
  return attrs.some(({ name }) => name === 'style') || childNodes.some(isSourceElement)
}

function isMeaning({ name, value }: { name: string; value: string }): boolean {
  if (name === 'class') return meaningClass.test(value)
  if (name === 'style') return meaningStyle.test(value)
  return (
    name === 'hidden' ||
    name === 'popover' ||
    name === 'role' ||
    (name.startsWith('data-') && isTexAttribute(name))
  )
}

/** Elements by their name; what they give is settled inside afterwards. */
function settleElement(
  element: SourceElement,
  siblings: Siblings,
  place: Place,
): SourceNode[] | undefined {
  switch (toHtmlTag(element) ?? '') {
    case 'svg':
      countChange(place.counts, 'drawing')
      return settleDrawing(element)
    case 'mjx-container':
      if (holdsWords(element)) return undefined
      countChange(place.counts, 'drawing')
      return [makeMark('drawing', '')]
    case 'noscript':
      return countShown(settleNoscript(element, siblings), place)
    case 'noembed':
    case 'noframes':
      return [parseInside(element, textOf(element))]
    case 'template':
      return settleTemplate(element)
    case 'iframe':
    case 'applet':
    case 'canvas':
    case 'object':
      return settleFrame(element)
    case 'amp-anim':
    case 'amp-img':
      return [renameElement(element, 'img', [])]
    case 'amp-audio':
    case 'amp-video':
      return [renameElement(element, element.tagName.slice(4))]
    case 'amp-iframe':
      return [renameElement(element, 'iframe', [])]
    case 'picture':
      return settlePicture(element)
    case 'input':
      return settleInput(element)
    case 'ruby':
      return settleRuby(element)
    case 'area':
      return settleArea(element)
    case 'optgroup':
    case 'option':
    case 'textarea':
      return settleLabel(element)
    default:
      return countPlayers(settleComponent(element), place)
  }
}

function countShown(shown: SourceNode[] | undefined, place: Place): SourceNode[] | undefined {
  if (shown !== undefined) countChange(place.counts, 'noscript')
  return shown
}

function countPlayers(
  shown: SourceElement[] | undefined,
  place: Place,
): SourceElement[] | undefined {
  if (shown?.[0]?.tagName === 'span') countChange(place.counts, 'player')
  return shown
}

function settleInside(element: SourceElement, place: Place): undefined {
  if (element.childNodes.length === 0) return undefined
  const nodes = settleNodes(element.childNodes, place)
  if (nodes !== element.childNodes) setChildren(element, nodes)
  return undefined
}

/** Settles the inside of an element, with what its style says about it; `undefined` if the element itself stays. */
function settleStyle(element: SourceElement, place: Place): SourceNode[] | undefined {
  const tag = element.tagName
  const style = element.attrs.length === 0 ? undefined : readMeantStyle(element)
  const isPre = tag === 'pre' || tag === 'listing' || tag === 'xmp' || tag === 'textarea'
  const isCode = style?.lines === 'pre' && codeTags.has(tag) && !place.isInPre
  const inside: Place = {
    ...place,
    ...toSaidStyle(element, style, place),
    lines: tag === 'textarea' ? 'pre' : (style?.lines ?? place.lines),
    isInPre: place.isInPre || (isPre && tag !== 'textarea') || isCode,
  }
  if (inside.lines !== undefined && !inside.isInPre && place.lines === undefined) trimLines(element)
  if (inside.isInPre) separateLines(element)
  const nodes = settleNodes(element.childNodes, inside)
  if (nodes !== element.childNodes) setChildren(element, nodes)
  if (isCode && holdsBreak(element)) {
    trimLines(element)
    return [adopt(makeSourceElement('pre', {}, [element]), element)]
  }
  const said = readTag(tag)
  if (said && style && takesBack(said, style)) return [renameElement(element, 'span')]
  if (style?.script === undefined || tag === style.script) return undefined
  const raised = makeSourceElement(style.script, {}, element.childNodes)
  setChildren(element, [raised])
  return undefined
}

function adopt(wrapper: SourceElement, element: SourceElement): SourceElement {
  wrapper.parentNode = element.parentNode
  return wrapper
}

function setChildren(element: SourceElement, nodes: readonly SourceNode[]): void {
  element.childNodes = [...nodes]
  for (const node of nodes) node.parentNode = element
}

function holdsBreak(element: SourceElement): boolean {
  return (
    textOf(element).includes('\n') || findElement(element, (e) => e.tagName === 'br') !== undefined
  )
}

/** The line breaks right behind the start tag and before the end tag come from the source's own layout. */
function trimLines({ childNodes }: SourceElement): void {
  const [first, last] = [childNodes[0], childNodes.at(-1)]
  if (first !== undefined && 'value' in first) first.value = first.value.replace(/^[ \t]*\r?\n/, '')
  if (last !== undefined && 'value' in last) last.value = last.value.replace(/\r?\n[ \t]*$/, '')
}

function settleText(
  node: SourceNode,
  { siblings }: Siblings,
  { style, tagged, lines, isInPre }: Place,
): SourceNode[] | undefined {
  if (style === plainText && lines === undefined) return undefined
  const text = toSourceText(node)
  if (text === undefined) return undefined
  const isBlank = !/\S/.test(text)
  if (isBlank && (lines === undefined || siblings.some(isBlockSource))) return undefined
  const nodes = lines === undefined || isInPre ? [makeSourceText(text)] : keepLines(text, lines)
  return isBlank ? nodes : wrapText(nodes, { style, tagged }, isInPre)
}
