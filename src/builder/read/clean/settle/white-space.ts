import type { SourceNode } from '../source/source-html.ts'
import { makeSourceElement, makeSourceText } from './source-nodes.ts'

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
