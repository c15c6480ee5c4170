import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it'

/** What only formulas hold: a command, a script, a relation. Prices and names of variables have none of them. */
const texMark = /\\[a-z]|[_^][\w{\\(+-]|[^\s]\s*=\s*[^\s]/i

/** One letter is a variable where it stands alone between dollars. */
const variable = /^[a-z]'{0,2}$/i

/**
 * Markdown-it plugin for formulas in `\( … \)`, `\[ … \]`, `$ … $` and `\begin{…} … \end{…}`, which MathJax and KaTeX
 * find in pages: their TeX source is shown as code, so that no sign in it is taken for Markdown. What holds no mark of
 * TeX is text.
 */
export function tex(markdown: MarkdownIt): void {
  markdown.block.ruler.before('reference', 'tex', readBlock, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  })
  markdown.inline.ruler.before('escape', 'tex', readPhrase)
}

const begin = /^\\begin\{([a-z]+\*?)\}/i
/** A formula with more lines than this is something else. */
const mostLines = 60

function readBlock(state: StateBlock, line: number, end: number, isSilent: boolean): boolean {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
  if (state.src.charAt(start) !== '\\') return false
  const first = state.src.slice(start, state.eMarks[line])
  const name = begin.exec(first)?.[1]
  const isBracket = /^\\{1,2}\[/.test(first)
  if (name === undefined && !isBracket) return false
  const stop = name === undefined ? /\\{1,2}\]\s*$/ : `\\end{${name}}`
  const last = findLast(state, { line, end, stop })
  if (last === undefined) return false
  const source = state.getLines(line, last + 1, state.blkIndent, false).trim()
  const inner = name === undefined ? source.replace(/^\\{1,2}\[|\\{1,2}\]$/g, '').trim() : source
  if (!texMark.test(inner)) return false
  if (isSilent) return true
  state.push('code_block', 'code', 0).content = `${inner}\n`
  state.line = last + 1
  return true
}

/** The line on which a formula ends; it has no blank line. */
function findLast(
  state: StateBlock,
  { line, end, stop }: { line: number; end: number; stop: RegExp | string },
): number | undefined {
  for (let at = line; at < Math.min(end, line + mostLines) && !state.isEmpty(at); at++) {
    const text = state.src.slice(state.bMarks[at], state.eMarks[at])
    if (typeof stop === 'string' ? text.trimEnd().endsWith(stop) : stop.test(text)) return at
  }
  return undefined
}

const inBrackets = /\\{1,2}\(((?:[^\\\n]|\\(?!\\?\))[^]|\n(?!\s*\n)){1,500}?)\\{1,2}\)/y
const inDollars = /\$(?=[^\s$])((?:[^$\\`\n]|\\[^]|\n(?!\s*\n)){1,300})\$(?![\w$])/y

function readPhrase(state: StateInline, isSilent: boolean): boolean {
  const sign = state.src.charAt(state.pos)
  if (sign !== '\\' && sign !== '$') return false
  if (sign === '$' && /[\w$\\]/.test(state.src.charAt(state.pos - 1))) return false
  const pattern = sign === '$' ? inDollars : inBrackets
  pattern.lastIndex = state.pos
  const [whole, inner = ''] = pattern.exec(state.src) ?? []
  if (whole === undefined) return false
  if (!texMark.test(inner) && !(sign === '$' && variable.test(inner))) return false
  if (sign === '$' && /\s$/.test(inner)) return false
  state.pos += whole.length
  if (!isSilent) {
    state.push('code_inline', 'code', 0).content = inner.replace(/\s+/g, ' ').trim()
  }
  return true
}
