import {
  isSourceElement,
  sourceAttribute,
  type SourceElement,
  type SourceNode,
} from '../source/source-html.ts'
import { classesOf, makeSourceElement, makeSourceText, textOf } from './source-nodes.ts'

const lineClass = /^(?:code-|token-|view-|grvsc-)?line$/
const blockDisplay = /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table-row)\b/i

/** Ends the lines of code that only a style puts on lines of their own: `<span class="line">` beside another. */
export function separateLines(element: SourceElement): void {
  const { childNodes } = element
  const nodes = childNodes.flatMap((node, at) => {
    const next = childNodes[at + 1]
    const isEnd = next !== undefined && isLine(node) && isLine(next) && !/\n\s*$/.test(textOf(node))
    return isEnd ? [node, makeSourceText('\n')] : [node]
  })
  if (nodes.length === childNodes.length) return
  element.childNodes = nodes
  for (const node of nodes) node.parentNode = element
}

function isLine(node: SourceNode): boolean {
  if (!isSourceElement(node) || !/^(?:code|span)$/.test(node.tagName)) return false
  return (
    blockDisplay.test(sourceAttribute(node, 'style') ?? '') ||
    classesOf(node).some((name) => lineClass.test(name))
  )
}

/** A text whose lines the page kept, with line breaks that stay when white space is collapsed. */
export function keepLines(text: string, lines: 'pre' | 'line'): SourceNode[] {
  const nodes: SourceNode[] = []
  for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
    if (at > 0) nodes.push(makeSourceElement('br', {}, []))
    const kept = lines === 'pre' ? keepSpaces(line) : line
    if (kept !== '') nodes.push(makeSourceText(kept))
  }
  return nodes
}

/**
 * Of a run of spaces all but the last one, and all at the beginning of a line, become ones that do not collapse. A line of
 * nothing else has nothing to keep.
 */
function keepSpaces(line: string): string {
  if (line.trim() === '') return ''
  return line
    .replaceAll('\t', '    ')
    .replace(/^ +/, (run) => '\u00a0'.repeat(run.length))
    .replace(/ {2,}/g, (run) => `${'\u00a0'.repeat(run.length - 1)} `)
}
