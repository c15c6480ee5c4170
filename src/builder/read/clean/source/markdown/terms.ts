import type { MarkdownIt, StateBlock, StateCore } from 'markdown-it'

/** More lines than this above a meaning are a paragraph. */
const mostTerms = 8

/**
 * Markdown-it plugin for several terms with one meaning, a line each, as kramdown reads them. The last of them is left to
 * markdown-it-deflist, which knows one.
 */
export function terms(markdown: MarkdownIt): void {
  markdown.block.ruler.before('paragraph', 'terms', readTerms)
  markdown.core.ruler.after('block', 'joined_terms', joinTerms)
}

/** Joins the list of the first terms with that of the last one and its meaning. */
function joinTerms(state: StateCore): void {
  const { tokens } = state
  const isOfTerms = (at: number) => tokens[at]?.meta?.['isOfTerms'] === true
  state.tokens = tokens.filter(
    ({ type }, at) =>
      !(type === 'dl_close' && isOfTerms(at)) &&
      !(type === 'dl_open' && tokens[at - 1]?.type === 'dl_close' && isOfTerms(at - 1)),
  )
}

function readTerms(state: StateBlock, line: number, end: number, isSilent: boolean): boolean {
  if (isSilent || line + 2 >= end) return false
  const count = countTerms(state, line, end)
  if (count < 2) return false
  state.push('dl_open', 'dl', 1)
  for (let at = line; at < line + count - 1; at++) {
    state.push('dt_open', 'dt', 1)
    const inline = state.push('inline', '', 0)
    inline.content = state.getLines(at, at + 1, state.blkIndent, false).trim()
    inline.map = [at, at + 1]
    inline.children = []
    state.push('dt_close', 'dt', -1)
  }
  state.push('dl_close', 'dl', -1).meta = { isOfTerms: true }
  state.line = line + count - 1
  return true
}

/** The lines from here to one with a meaning, which may stand behind a blank line; 0 if there is none. */
function countTerms(state: StateBlock, line: number, end: number): number {
  const last = Math.min(end, line + mostTerms)
  for (let at = line; at < last; at++) {
    const isBlank = state.isEmpty(at)
    if (isBlank && isMeaning(state, at + 1, end)) return at - line
    if (isBlank || (state.sCount[at] ?? 0) < state.blkIndent) return 0
    if (isMeaning(state, at, end)) return at - line
  }
  return last < end && state.isEmpty(last) && isMeaning(state, last + 1, end) ? last - line : 0
}

function isMeaning(state: StateBlock, line: number, end: number): boolean {
  if (line >= end || (state.sCount[line] ?? 0) < state.blkIndent) return false
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
  return /^:[ \t]+\S/.test(state.src.slice(start, start + 20))
}
