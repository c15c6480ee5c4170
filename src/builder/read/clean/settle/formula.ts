import {
  isSourceElement,
  parseSourceHtml,
  sourceAttribute,
  toHtmlTag,
  toSourceText,
  type SourceElement,
  type SourceNode,
} from '../source/source-html.ts'
import { toLinearMath } from './linear-math.ts'
import {
  classesOf,
  findElement,
  makeSourceElement,
  makeSourceText,
  textOf,
  toLine,
} from './source-nodes.ts'

/** What stands in place of an element with mathematics: a formula, nothing (a double of the next one), or itself. */
type Found = { formula: string; isBlock: boolean } | 'double' | undefined

/** Where a node stands. */
export interface Siblings {
  siblings: readonly SourceNode[]
  at: number
}

const mathClass = /(?:^|\s)(?:katex|MathJax|mjx-|MJXc-|mwe-math|s?frac(?:tion)?(?:\s|$))/
const texAttributes = new Set(['data-tex', 'data-latex', 'data-math', 'data-katex'])

/** Whether an attribute is one in which pages keep the TeX of a formula. */
export function isTexAttribute(name: string): boolean {
  return texAttributes.has(name)
}

/**
 * Finds the formula that an element shows, in TeX or on one line. Programs that draw mathematics (KaTeX, MathJax,
 * MediaWiki) write each formula twice, as signs in places and as MathML, a picture or TeX: it is taken once.
 */
export function findFormula(element: SourceElement, place: Siblings): Found {
  const tag = element.tagName
  if (toHtmlTag(element) === 'math') return toFound(readMath(element), isDisplay(element))
  if (/^(?:m|mml|math):math$/.test(tag)) return toFound(readMath(element), isDisplay(element))
  if (tag === 'mjx-container') return readContainer(element)
  if (tag === 'amp-mathml') return readAmp(element)
  if (tag === 'script') return readScript(element)
  if (tag === 'img') return readFallbackPicture(element)
  for (const { name, value } of element.attrs) {
    if (name === 'class' && mathClass.test(value)) return readByClass(element, place)
    if (texAttributes.has(name) && /[\\^_=]/.test(value)) return toFound(toTex(value), false)
  }
  return undefined
}

/** The formula as an element of the source. */
export function toFormulaElement({
  formula,
  isBlock,
}: {
  formula: string
  isBlock: boolean
}): SourceElement {
  const code = makeSourceElement('code', {}, [makeSourceText(formula)])
  return isBlock ? makeSourceElement('p', {}, [code]) : code
}

/** A formula in place, with a space where a number before it would run into it. */
export function spaceBefore({ siblings, at }: Siblings, formula: SourceElement): SourceNode[] {
  const before = siblings[at - 1]
  const text = before === undefined ? '' : (toSourceText(before) ?? '')
  const isNumber = /\d$/.test(text) && /^\d/.test(textOf(formula))
  return isNumber ? [makeSourceText(' '), formula] : [formula]
}

function toFound(formula: string, isBlock: boolean): Found {
  return formula === '' ? undefined : { formula, isBlock }
}

function isMathElement(element: SourceElement): boolean {
  return toHtmlTag(element) === 'math'
}

function isDisplay(math: SourceElement): boolean {
  return sourceAttribute(math, 'display') === 'block'
}

/** TeX where the formula has it, else MathML on one line. */
function readMath(math: SourceElement): string {
  const annotation = findElement(
    math,
    (element) =>
      element.tagName === 'annotation' && /tex/i.test(sourceAttribute(element, 'encoding') ?? ''),
  )
  const tex = toTex(annotation ? textOf(annotation) : (sourceAttribute(math, 'alttext') ?? ''))
  return tex === '' ? toLinearMath(math) : tex
}

/** TeX on one line, without the braces that only set its size. */
function toTex(text: string): string {
  const tex = toLine(text)
  const inner = /^\{\\(?:displaystyle|textstyle|scriptstyle)\s+(.*)\}$/.exec(tex)?.[1]
  return (inner ?? tex).trim()
}

function readAmp(element: SourceElement): Found {
  const tex = toTex(sourceAttribute(element, 'data-formula') ?? '')
  const inner = /^(?:\\\[(.*)\\\]|\\\((.*)\\\)|\$\$(.*)\$\$)$/
    .exec(tex)
    ?.slice(1)
    .find((part) => part)
  return toFound((inner ?? tex).trim(), sourceAttribute(element, 'inline') === undefined)
}

function readContainer(element: SourceElement): Found {
  const isBlock = sourceAttribute(element, 'display') === 'true'
  const tex = findElement(element, (child) => sourceAttribute(child, 'data-latex') !== undefined)
  if (tex) return toFound(toTex(sourceAttribute(tex, 'data-latex') ?? ''), isBlock)
  const math =
    findElement(element, isMathElement) ??
    findElement(element, ({ tagName }) => tagName === 'mjx-math') ??
    findElement(element, (child) => sourceAttribute(child, 'data-mml-node') === 'math')
  if (math === undefined) return undefined
  const formula = isMathElement(math) ? readMath(math) : toLinearMath(math)
  return toFound(formula, isBlock || isDisplay(math))
}

/** MathJax 2 and kramdown keep the source of a formula in a script that no browser runs. */
function readScript(element: SourceElement): Found {
  const type = sourceAttribute(element, 'type') ?? ''
  if (!/^math\//i.test(type)) return undefined
  const text = textOf(element).replace(/^\s*%?\s*<!\[CDATA\[|%?\s*\]\]>\s*$/g, '')
  const formula = /mml/i.test(type) ? readMathText(text) : toTex(text)
  return toFound(formula, /mode=display/i.test(type))
}

function readMathText(text: string): string {
  for (const node of parseSourceHtml(text).nodes) {
    if (isSourceElement(node) && isMathElement(node)) return readMath(node)
  }
  return ''
}

function readFallbackPicture(element: SourceElement): Found {
  if (!/(?:^|\s)mwe-math-fallback/.test(sourceAttribute(element, 'class') ?? '')) return undefined
  const isBlock = /display/.test(sourceAttribute(element, 'class') ?? '')
  return toFound(toTex(sourceAttribute(element, 'alt') ?? ''), isBlock)
}

function readByClass(element: SourceElement, place: Siblings): Found {
  const classes = classesOf(element)
  const has = (name: RegExp) => classes.some((found) => name.test(found))
  if (has(/^s?frac(?:tion)?$/)) return readFraction(element)
  if (has(/^mwe-math-element/)) return readMediaWiki(element, has(/-block$/))
  if (has(/^katex(?:-display)?$/)) return readDrawn(element, has(/^katex-display$/))
  if (!has(/^(?:MathJax(?:_|$)|mjx-chtml$|MJXc-display$)/)) return undefined
  if (has(/^MathJax_Preview$/)) return isFollowed(place) ? 'double' : undefined
  if (isFollowedByScript(place)) return 'double'
  return readDrawn(element, has(/_Display$|^MJXc-display$/))
}

/** Fractions that a style sheet draws, as those of MediaWiki. */
function readFraction(element: SourceElement): Found {
  const part = (names: RegExp) =>
    findElement(element, (child) => classesOf(child).some((name) => names.test(name)))
  const [over, under] = [part(/^(?:num|numerator|top)$/), part(/^(?:den|denominator|bottom)$/)]
  if (over === undefined || under === undefined) return undefined
  return toFound(`${toLine(textOf(over))}/${toLine(textOf(under))}`, false)
}

function readDrawn(element: SourceElement, isBlock: boolean): Found {
  const math = findElement(element, isMathElement)
  if (math) return toFound(readMath(math), isBlock || isDisplay(math))
  const carrier = [element, findElement(element, holdsMathText)].find(
    (found) => found !== undefined && holdsMathText(found),
  )
  if (carrier) {
    return toFound(readMathText(sourceAttribute(carrier, 'data-mathml') ?? ''), isBlock)
  }
  return toFound(spaceOut(element), isBlock)
}

function holdsMathText(element: SourceElement): boolean {
  return sourceAttribute(element, 'data-mathml') !== undefined
}

function readMediaWiki(element: SourceElement, isBlock: boolean): Found {
  const math = findElement(element, isMathElement)
  if (math) return toFound(readMath(math), isBlock || isDisplay(math))
  const picture = findElement(element, ({ tagName }) => tagName === 'img')
  return toFound(toTex((picture && sourceAttribute(picture, 'alt')) ?? ''), isBlock)
}

/** Where only the drawing is left: its signs, so that those of different places do not run together. */
function spaceOut(element: SourceElement): string {
  const signs: string[] = []
  const visit = (node: SourceNode) => {
    if (isSourceElement(node)) node.childNodes.forEach(visit)
    else
      signs.push(
        toSourceText(node)
          ?.replace(/[\u200b\u2061-\u2064]/g, '')
          .trim() ?? '',
      )
  }
  visit(element)
  return signs.filter((sign) => sign !== '').join(' ')
}

function isFollowed(place: Siblings): boolean {
  const [element] = nextElements(place)
  if (element === undefined) return false
  return isMathScript(element) || mathClass.test(sourceAttribute(element, 'class') ?? '')
}

/** Whether the script with the source of a formula follows what draws it; at most one element stands between. */
function isFollowedByScript(place: Siblings): boolean {
  return nextElements(place).some(isMathScript)
}

/** The two elements behind a place, unless words stand between. */
function nextElements({ siblings, at }: Siblings): SourceElement[] {
  const found: SourceElement[] = []
  for (let next = at + 1; next < siblings.length && found.length < 2; next++) {
    const node = siblings[next]
    if (node === undefined) break
    if (isSourceElement(node)) found.push(node)
    else if (/\S/.test(toSourceText(node) ?? '')) break
  }
  return found
}

function isMathScript(element: SourceElement): boolean {
  return element.tagName === 'script' && /^math\//i.test(sourceAttribute(element, 'type') ?? '')
}
