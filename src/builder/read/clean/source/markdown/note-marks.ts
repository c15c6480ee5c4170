import type { MarkdownIt, StateCore, StateInline } from 'markdown-it'

/**
 * Markdown-it plugin for marks of note programs that their pages do not show: comments in `%% … %%`, and the name of a
 * block behind it (`^tide-table`).
 */
export function noteMarks(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('escape', 'note_comments', readComment)
  markdown.core.ruler.after('inline', 'block_names', dropNames)
}

const comment = /%%(?=[\s\p{L}])[^%]{1,2000}%%(?!\w)/uy

function readComment(state: StateInline): boolean {
  if (state.src.charAt(state.pos) !== '%') return false
  if (/\S/.test(state.src.charAt(state.pos - 1))) return false
  comment.lastIndex = state.pos
  const whole = comment.exec(state.src)?.[0]
  if (whole === undefined) return false
  state.pos += whole.length
  return true
}

const blockName = /(?:^|[ \t]+)\^(?=[\d-]*[a-z])[a-z\d-]{2,40}$/i

function dropNames(state: StateCore): void {
  for (const { type, children } of state.tokens) {
    const last = type === 'inline' ? children?.at(-1) : undefined
    if (last?.type !== 'text' || !last.content.includes('^')) continue
    last.content = last.content.replace(blockName, '')
  }
}
