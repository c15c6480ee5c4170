import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it'

/**
 * Markdown-it plugin for formulas in `$$ … $$`: their TeX source is shown as code, so that no sign in it is taken for
 * Markdown.
 */
export function math(markdown: MarkdownIt): void {
  markdown.block.ruler.before('fence', 'math', readBlock, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  })
  markdown.inline.ruler.before('escape', 'math', readPhrase)
}

function readBlock(state: StateBlock, line: number, end: number, isSilent: boolean): boolean {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
  if (!state.src.startsWith('$$', start)) return false
  const first = state.src.slice(start + 2, state.eMarks[line]).trimEnd()
  let last = line
  let text = first
  // A formula has no blank line.
  while (!text.endsWith('$$') && last - line < 60 && last + 1 < end && !state.isEmpty(last + 1)) {
    last++
    text = state.src.slice(state.bMarks[last], state.eMarks[last]).trimEnd()
  }
  if (!text.endsWith('$$') || (last === line && first.slice(0, -2).trim() === '')) return false
  if (first.slice(0, -2).includes('$$')) return false
  if (isSilent) return true
  const lines = state.getLines(line, last + 1, state.blkIndent, false).trim()
  state.push('code_block', 'code', 0).content = `${lines.slice(2, -2).trim()}\n`
  state.line = last + 1
  return true
}

function readPhrase(state: StateInline, isSilent: boolean): boolean {
  if (!state.src.startsWith('$$', state.pos)) return false
  const start = state.pos + 2
  const end = state.src.slice(start, start + 2000).indexOf('$$')
  const source = state.src.slice(start, start + end).trim()
  if (end === -1 || source === '') return false
  state.pos = start + end + 2
  if (!isSilent) state.push('code_inline', 'code', 0).content = source
  return true
}
