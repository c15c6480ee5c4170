import {
  isSourceElement,
  sourceAttribute,
  toSourceText,
  type SourceElement,
  type SourceNode,
} from '../source/source-html.ts'
import { classesOf, findElement } from './source-nodes.ts'

/** A piece of a formula, written on one line. */
interface Piece {
  text: string
  /** A single letter or a number: `2x` and `ab` need no space. */
  token?: 'letter' | 'number'
  /** Written of several pieces side by side: the product `2x`. */
  isRow?: true
}

const nothing: Piece = { text: '' }

/**
 * Writes MathML on one line: `(a+b)/c x_1`. Also understands the elements of MathJax 3 and 4, whose names are those of
 * MathML behind `mjx-`, and whose signs are numbers in class names. Digits of different numbers never touch.
 */
export function toLinearMath(math: SourceElement): string {
  return writeRow(math.childNodes).text.replace(/\s+/g, ' ').trim()
}

function nameOf(element: SourceElement): string {
  // MathJax writes `<g data-mml-node="mi">` where it draws.
  const name = (sourceAttribute(element, 'data-mml-node') ?? element.tagName).toLowerCase()
  return name === 'mjx-script' ? 'scripts' : name.replace(/^(?:mjx-|m:|mml:)/, '')
}

function elementsOf(element: SourceElement): SourceElement[] {
  return element.childNodes.filter((node) => isSourceElement(node))
}

const leaves = new Set(['mi', 'mn', 'mo', 'mtext', 'ms', 'utext'])
const silent = new Set(
  (
    'annotation annotation-xml none mphantom mprescripts script style ' +
    'nstrut dstrut tstrut line spacer assistive-mml rect defs title'
  ).split(' '),
)

function write(node: SourceNode): Piece {
  if (!isSourceElement(node)) return toToken(toSourceText(node)?.trim() ?? '')
  const name = nameOf(node)
  if (leaves.has(name)) return writeLeaf(node, name)
  if (silent.has(name)) return nothing
  return writers[name]?.(node) ?? writeRow(node.childNodes)
}

function writeLeaf(element: SourceElement, name: string): Piece {
  const text = readSigns(element).normalize('NFKC')
  // Function application, invisible times, separator and plus have no shape.
  const seen = text.replace(/[\u2061-\u2064\u200b]/g, '').trim()
  if (name === 'ms') return { text: `"${seen}"` }
  return name === 'mtext' ? { text: ` ${seen} ` } : toToken(seen)
}

function toToken(text: string): Piece {
  if (/^\p{L}$/u.test(text)) return { text, token: 'letter' }
  return /^[\p{N}.,]+$/u.test(text) ? { text, token: 'number' } : { text }
}

/** The text of a leaf; MathJax writes `<mjx-c class="mjx-c1D44E">` for U+1D44E. */
function readSigns(node: SourceNode): string {
  if (!isSourceElement(node)) return toSourceText(node) ?? ''
  const drawn = sourceAttribute(node, 'data-c')
  if (drawn !== undefined) return String.fromCodePoint(toCode(drawn) ?? 0xfffd)
  const code = nameOf(node) === 'c' ? findCode(node) : undefined
  if (code !== undefined) return String.fromCodePoint(code)
  return node.childNodes.map((child) => readSigns(child)).join('')
}

function findCode(element: SourceElement): number | undefined {
  const codes = classesOf(element).map((name) => /^mjx-c([\dA-F]{1,6})$/.exec(name)?.[1])
  return toCode(codes.find((found) => found !== undefined) ?? '')
}

function toCode(digits: string): number | undefined {
  const code = Number.parseInt(digits, 16)
  return code > 0 && code <= 0x10_ff_ff ? code : undefined
}

function writeRow(nodes: readonly SourceNode[]): Piece {
  const pieces = nodes.map((node) => write(node)).filter(({ text }) => text !== '')
  const [only, ...others] = pieces
  return others.length === 0 ? (only ?? nothing) : { text: join(pieces), isRow: true }
}

function join(pieces: readonly Piece[]): string {
  let text = ''
  let before: Piece | undefined
  for (const piece of pieces) {
    text += before !== undefined && needsSpace(before, piece) ? ` ${piece.text}` : piece.text
    before = piece
  }
  return text
}

function needsSpace(before: Piece, after: Piece): boolean {
  if (!/[\p{L}\p{N}]$/u.test(before.text) || !/^[\p{L}\p{N}√∛]/u.test(after.text)) return false
  return !(before.token !== undefined && after.token === 'letter')
}

/** In parentheses, unless it is one letter, word or number. */
function group({ text }: Piece): string {
  const isOne = /^[\p{L}\p{M}\p{N}.]*$/u.test(text) || Array.from(text).length === 1
  return isOne ? text : `(${text})`
}

function writeParts(element: SourceElement): Piece[] {
  return elementsOf(element)
    .filter((child) => !silent.has(nameOf(child)) || nameOf(child) === 'none')
    .map((child) => write(child))
}

function writeScripts(element: SourceElement, signs: readonly string[]): Piece {
  const [base = nothing, ...scripts] = writeParts(element)
  const written = scripts.map((script, at) =>
    script.text === '' ? '' : `${signs[at] ?? '^'}${group(script)}`,
  )
  return { text: group(base) + written.join('') }
}

/** In MathJax, both scripts lie in one element, the upper one first. */
function writeBothScripts(element: SourceElement): Piece {
  const box = findElement(element, (child) => nameOf(child) === 'scripts')
  if (box === undefined) return writeScripts(element, ['_', '^'])
  const [base] = elementsOf(element)
  const [upper = nothing, lower = nothing] = writeParts(box)
  return { text: `${base ? group(write(base)) : ''}_${group(lower)}^${group(upper)}` }
}

function writeFraction(element: SourceElement): Piece {
  const part = (name: string) => findElement(element, (child) => nameOf(child) === name)
  const [top, bottom] = [part('num'), part('den')]
  const [over = nothing, under = nothing] =
    top && bottom ? [writeRow(top.childNodes), writeRow(bottom.childNodes)] : writeParts(element)
  if (sourceAttribute(element, 'linethickness')?.startsWith('0') === true) {
    return { text: `binom(${over.text}, ${under.text})` }
  }
  // `1/2x` would be half of x.
  const below = under.isRow === true ? `(${under.text})` : group(under)
  return { text: `${group(over)}/${below}` }
}

function writeRoot(element: SourceElement): Piece {
  const [inside = nothing, index = nothing] = writeParts(element)
  return { text: `√[${index.text}]${group(inside)}` }
}

const accents = new Map([
  ['¯', '\u0304'],
  ['―', '\u0304'],
  ['‾', '\u0304'],
  ['_', '\u0332'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['→', '\u20d7'],
  ['˙', '\u0307'],
  ['.', '\u0307'],
  ['¨', '\u0308'],
  ['ˇ', '\u030c'],
])

function writeOver(element: SourceElement): Piece {
  const [base = nothing, above = nothing] = writeParts(element)
  // Compatibility forms make a combining mark of most accents that stand alone.
  const accent = /^\p{M}$/u.test(above.text) ? above.text : accents.get(above.text)
  if (accent !== undefined && Array.from(base.text).length === 1) {
    return { text: base.text + accent, token: 'letter' }
  }
  return { text: `${group(base)}^${group(above)}` }
}

function isDrawnSign(node: SourceNode): boolean {
  return isSourceElement(node) && nameOf(node) === 'mo' && readSigns(node) === '√'
}

function writeTable(element: SourceElement): Piece {
  const rows: string[] = []
  const visit = (node: SourceElement) => {
    if (!/^m(?:labeled)?tr$/.test(nameOf(node))) return elementsOf(node).forEach(visit)
    const cells = elementsOf(node).filter((cell) => nameOf(cell) === 'mtd')
    rows.push(cells.map((cell) => writeRow(cell.childNodes).text).join(', '))
  }
  elementsOf(element).forEach(visit)
  return { text: `[${rows.join('; ')}]` }
}

function writeFence(element: SourceElement): Piece {
  const sign = (name: string, usual: string) => sourceAttribute(element, name) ?? usual
  const separator = Array.from(sign('separators', ',').trim())[0] ?? ''
  const inside = writeParts(element).map(({ text }) => text)
  const between = separator === '' ? ' ' : `${separator} `
  return { text: sign('open', '(') + inside.join(between) + sign('close', ')') }
}

/** Base, then pairs of lower and upper scripts; those behind `mprescripts` stand before the base. */
function writeManyScripts(element: SourceElement): Piece {
  const [base, ...rest] = elementsOf(element)
  const sides: [before: string, after: string] = ['', '']
  let side: 0 | 1 = 1
  let isLower = true
  for (const script of rest) {
    if (nameOf(script) === 'mprescripts') {
      side = 0
      isLower = true
      continue
    }
    const { text } = write(script)
    if (text !== '') sides[side] += `${isLower ? '_' : '^'}${group({ text })}`
    isLower = !isLower
  }
  // What stands before its base must not seem to belong to what is before that.
  const start = sides[0] === '' ? '' : ` ${sides[0]}`
  return { text: start + (base ? group(write(base)) : '') + sides[1] }
}

const writers: Readonly<Record<string, (element: SourceElement) => Piece>> = {
  frac: writeFraction,
  maction: (element) => writeParts(element)[0] ?? nothing,
  mfenced: writeFence,
  mfrac: writeFraction,
  mmultiscripts: writeManyScripts,
  mover: writeOver,
  mroot: writeRoot,
  mspace: () => ({ text: ' ' }),
  msqrt: (element) => {
    const box = findElement(element, (child) => nameOf(child) === 'box')
    const inside = (box ?? element).childNodes
    // The sign itself is drawn behind what it stands above.
    const drawn = element.tagName === 'g' ? inside.filter((node) => !isDrawnSign(node)) : inside
    return { text: `√${group(writeRow(drawn))}` }
  },
  msub: (element) => writeScripts(element, ['_']),
  msubsup: writeBothScripts,
  msup: (element) => writeScripts(element, ['^']),
  mtable: writeTable,
  munder: (element) => writeScripts(element, ['_']),
  munderover: writeBothScripts,
  semantics: (element) => writeParts(element)[0] ?? nothing,
}
