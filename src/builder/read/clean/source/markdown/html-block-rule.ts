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

interface OpenElement {
  end: number
  name: string
  isStart: boolean
}

/** The line behind the element's end, or that of the first blank line. */
function findEnd(
  state: StateBlock,
  from: number,
  { end, name: first, isStart }: OpenElement,
): number {
  let depth = 0
  let name = first
  for (let line = from; line < end; line++) {
    if (state.isEmpty(line) || (state.sCount[line] ?? 0) < state.blkIndent)
      return Math.max(line, from + 1)
    const text = state.src.slice(state.bMarks[line], state.eMarks[line]).trimEnd()
    const here = countTags(text, name, 0)
    depth += here.depth
    const isOver = !isStart || voidTagNames.has(name) || depth <= 0
    if (!isOver) continue
    // Another element may begin behind this one, on the same line.
    const next = here.last === 0 ? undefined : findOpen(text, here.last)
    if (next?.stop !== undefined) return findText(state, line + 1, { end, stop: next.stop })
    if (next !== undefined) {
      name = next.name
      depth = next.depth
    } else if (text.endsWith('>')) return line + 1
  }
  return end
}

/** How much deeper a text goes into elements of a name, and the end of the last tag of one. */
function countTags(text: string, name: string, from: number): { depth: number; last: number } {
  const tags = new RegExp(`<(/?)${name}(?=[\\s/>])[^<>]*>?`, 'gi')
  tags.lastIndex = from
  let depth = 0
  let last = 0
  for (let match = tags.exec(text); match !== null; match = tags.exec(text)) {
    depth += match[1] === '/' ? -1 : 1
    last = tags.lastIndex
  }
  return { depth, last }
}

/** The first block behind a place in a line that the line leaves open. */
function findOpen(
  text: string,
  from: number,
): { name: string; depth: number; stop?: RegExp } | undefined {
  const starts = /<([a-z][a-z\d]*)(?=[\s/>]|$)/gi
  starts.lastIndex = from
  for (let match = starts.exec(text); match !== null; match = starts.exec(text)) {
    const name = (match[1] ?? '').toLowerCase()
    if (!blockTagNames.has(name) || voidTagNames.has(name)) continue
    const { depth, last } = countTags(text, name, match.index)
    if (depth <= 0) {
      starts.lastIndex = Math.max(last, starts.lastIndex)
      continue
    }
    const [, stop] = untilText.find(([begin]) => begin.test(`<${name}>`)) ?? []
    return { name, depth, ...(stop === undefined ? {} : { stop }) }
  }
  return undefined
}
