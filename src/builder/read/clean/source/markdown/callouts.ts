import type { MarkdownIt, StateBlock, StateCore, Token } from 'markdown-it'

/** Kinds of boxes that say themselves what they are. */
const kinds: ReadonlySet<string> = new Set(
  (
    'abstract attention bug caution check danger error example fail failure faq hint help important info missing note question ' +
    'quote seealso success summary tip tldr todo warning'
  ).split(' '),
)

/**
 * Markdown-it plugin for boxes: `> [!note] Title` (Obsidian, GitHub), `::: tip Title` (Docusaurus, VuePress), `!!! note
 * "Title"` and `=== "Title"` (MkDocs). The title, else the kind, becomes a line in bold.
 */
export function callouts(markdown: MarkdownIt): void {
  markdown.block.ruler.before('reference', 'boxes', readBox, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  })
  markdown.core.ruler.after('block', 'callouts', titleQuotes)
}

const colonPattern =
  /^:{3,}[ \t]*(?:\{?\.?([a-z][\w-]*)\}?[ \t]*(?:\[([^\]\n]*)\])?[ \t]*([^{\n]*))?(?:\{[^}\n]*\})?$/i
const tabPattern = /^===!?[ \t]+"([^"\n]*)"[ \t]*$/
const signPattern = /^(?:!!!|\?\?\?\+?)[ \t]+([a-z][\w-]*)[^"\n]*(?:"([^"\n]*)")?[ \t]*$/i

function readBox(state: StateBlock, line: number, end: number, isSilent: boolean): boolean {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
  const sign = state.src.charAt(start)
  if (!/[:!?=]/.test(sign)) return false
  const text = state.src.slice(start, Math.min(state.eMarks[line] ?? 0, start + 500)).trimEnd()
  const colons = sign === ':' ? colonPattern.exec(text) : null
  const signs = sign === ':' ? null : signPattern.exec(text)
  const tab = sign === '=' ? tabPattern.exec(text) : null
  if (colons === null && signs === null && tab === null) return false
  if (isSilent) return true
  const [, kind = ''] = colons ?? signs ?? []
  const title = colons ? (colons[2] ?? colons[3]) : (signs?.[2] ?? tab?.[1])
  pushTitle(state, toTitle(kind, title?.trim() ?? ''), line)
  state.line = line + 1
  if (colons === null) readIndented(state, line + 1, end)
  return true
}

/** Reads the blocks of MkDocs's box, which are indented by four. */
function readIndented(state: StateBlock, from: number, end: number): void {
  let last = from
  for (let line = from; line < end; line++) {
    if (state.isEmpty(line)) continue
    if ((state.sCount[line] ?? 0) - state.blkIndent < 4) break
    last = line + 1
  }
  if (last === from) return
  const { lineMax } = state
  state.blkIndent += 4
  state.lineMax = last
  state.md.block.tokenize(state, from, last)
  state.lineMax = lineMax
  state.blkIndent -= 4
  state.line = last
}

function toTitle(kind: string, title: string): string {
  if (title !== '') return title
  const name = kind.toLowerCase()
  return kinds.has(name) ? name.charAt(0).toUpperCase() + name.slice(1) : ''
}

function pushTitle(state: StateBlock, title: string, line: number): void {
  if (title === '') return
  state.push('paragraph_open', 'p', 1)
  const inline = state.push('inline', '', 0)
  inline.content = `<strong>${title}</strong>`
  inline.map = [line, line + 1]
  inline.children = []
  state.push('paragraph_close', 'p', -1)
}

const calloutPattern = /^\[!([a-z][\w -]{0,40})(?:\|[^\]\n]{0,100})?\][+-]?[ \t]*([^\n]*)(?:\n|$)/i

function titleQuotes(state: StateCore): void {
  const { tokens } = state
  const kept: Token[] = []
  for (const [at, token] of tokens.entries()) {
    const inline = tokens[at + 2]
    const isFirst = token.type === 'blockquote_open' && tokens[at + 1]?.type === 'paragraph_open'
    const found = isFirst && inline?.type === 'inline' ? calloutPattern.exec(inline.content) : null
    kept.push(token)
    if (found === null || inline === undefined) continue
    const [written, kind = '', title = ''] = found
    const name = title.trim() === '' ? toTitle(kind, '') || kind : title.trim()
    inline.content = inline.content.slice(written.length)
    for (const made of toTitleTokens(state, name)) kept.push(made)
  }
  state.tokens = kept
}

function toTitleTokens(state: StateCore, title: string): Token[] {
  const open = new state.Token('paragraph_open', 'p', 1)
  const inline = new state.Token('inline', '', 0)
  const close = new state.Token('paragraph_close', 'p', -1)
  inline.content = `<strong>${title}</strong>`
  inline.children = []
  for (const token of [open, inline, close]) token.block = true
  return [open, inline, close]
}
