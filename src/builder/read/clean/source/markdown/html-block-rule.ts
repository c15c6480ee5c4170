import type { MarkdownIt, StateBlock } from 'markdown-it'
import { blockTagNames, voidTagNames } from '../../../body/html-tag-names.ts'

/** Blocks that go on until a text, blank lines or not. */
const untilText: readonly [start: RegExp, end: RegExp][] = [
  [
    /^<(?:listing|pre|script|style|textarea|xmp)(?=[\s>]|$)/i,
    /<\/(?:listing|pre|script|style|textarea|xmp)>/i,
  ],
  // Nothing ends it.
  [/^<plaintext(?=[\s>]|$)/i, /(?!)/],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
]
const tagPattern = /^<(\/?)([a-z][a-z\d]*)(?=[\s/>]|$)/i

/**
 * Replaces markdown-it's rule for HTML blocks. As with kramdown, only elements on lines of their own begin one, and it
 * ends with the line of its end tag, not only at a blank line: `<img …>` above words, or words right below `</p>`, are
 * Markdown.
 */
export function htmlBlocks(markdown: MarkdownIt): void {
  markdown.block.ruler.at('html_block', readBlock, {
    alt: ['paragraph', 'reference', 'blockquote'],
  })
}

function readBlock(state: StateBlock, line: number, end: number, isSilent: boolean): boolean {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
  if (state.src.charAt(start) !== '<') return false
  const text = state.src.slice(start, state.eMarks[line])
  const [, stop] = untilText.find(([begin]) => begin.test(text)) ?? []
  const [, slash, tag = ''] = tagPattern.exec(text) ?? []
  const name = tag.toLowerCase()
  if (stop === undefined && !blockTagNames.has(name)) return false
  if (isSilent) return true
  state.line = stop
    ? findText(state, line, { end, stop })
    : findEnd(state, line, { end, name, isStart: slash === '' })
  const token = state.push('html_block', '', 0)
  token.map = [line, state.line]
  token.content = state.getLines(line, state.line, state.blkIndent, true)
  return true
}

/** The line behind the one with the text. */
function findText(
  state: StateBlock,
  from: number,
  { end, stop }: { end: number; stop: RegExp },
): number {
  for (let line = from; line < end; line++) {
    if ((state.sCount[line] ?? 0) < state.blkIndent && !state.isEmpty(line))
      return Math.max(line, from + 1)
    const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
    if (stop.test(state.src.slice(start, state.eMarks[line]))) return line + 1
  }
  return end
}

/** The line behind the element's end, or that of the first blank line. */
function findEnd(
  state: StateBlock,
  from: number,
  { end, name, isStart }: { end: number; name: string; isStart: boolean },
): number {
  let depth = 0
  const tags = new RegExp(`<(/?)${name}(?=[\\s/>])`, 'gi')
  for (let line = from; line < end; line++) {
    if (state.isEmpty(line) || (state.sCount[line] ?? 0) < state.blkIndent)
      return Math.max(line, from + 1)
    const text = state.src.slice(state.bMarks[line], state.eMarks[line]).trimEnd()
    for (const [, slash] of text.matchAll(tags)) depth += slash === '/' ? -1 : 1
    const isOver = !isStart || voidTagNames.has(name) || depth <= 0
    if (isOver && text.endsWith('>')) return line + 1
  }
  return end
}
