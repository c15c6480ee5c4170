import type { Env, MarkdownIt, StateBlock, StateCore, Token } from 'markdown-it'

const definitionPattern = /^\*\[([^[\]\n]{1,100})\]:[ \t]*(.{0,1000}?)[ \t]*$/

// Each document is rendered with an `env` of its own, so that its abbreviations are garbage collected with it.
const titlesByEnv = new WeakMap<object, Map<string, string>>()

/**
 * Markdown-it plugin for abbreviations: the line `*[HTML]: HyperText` gives every `HTML` its meaning as a title.
 * markdown-it-abbr 2 takes quadratic time for `HTML *a* HTML *a*`.
 */
export function abbreviations(markdown: MarkdownIt): void {
  markdown.block.ruler.before('reference', 'abbreviations', readDefinition, {
    alt: ['paragraph', 'reference'],
  })
  markdown.core.ruler.after('text_join', 'abbreviations', markAbbreviations)
}

function readDefinition(state: StateBlock, line: number, _end: number, isSilent: boolean): boolean {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
  if (!state.src.startsWith('*[', start)) return false
  const [, name, title] = definitionPattern.exec(state.src.slice(start, state.eMarks[line])) ?? []
  if (name === undefined || title === undefined) return false
  if (isSilent) return true
  const titles = titlesOf(state.env)
  if (!titles.has(name)) titles.set(name, title)
  state.line = line + 1
  return true
}

function titlesOf(env: Env): Map<string, string> {
  const titles = titlesByEnv.get(env) ?? new Map<string, string>()
  titlesByEnv.set(env, titles)
  return titles
}

function markAbbreviations(state: StateCore): void {
  const titles = titlesByEnv.get(state.env)
  if (titles === undefined) return
  const starts = groupByStart(titles)
  for (const token of state.tokens) {
    if (token.type !== 'inline' || !token.children) continue
    token.children = token.children.flatMap((child) =>
      child.type === 'text' ? splitText(state, child, titles, starts) : [child],
    )
  }
}

/** The abbreviations by their first run of letters and digits, the longest first. */
function groupByStart(titles: ReadonlyMap<string, string>): Map<string, string[]> {
  const starts = new Map<string, string[]>()
  for (const name of titles.keys()) {
    const start = /^[\p{L}\p{N}]*/u.exec(name)?.[0] ?? ''
    // What begins with a sign would have to be looked for at every character.
    if (start === '') continue
    const names = starts.get(start) ?? []
    // Bounds the work at one word; no text needs more of a kind.
    if (names.length < 8) names.push(name)
    starts.set(start, names)
  }
  for (const names of starts.values()) names.sort((a, b) => b.length - a.length)
  return starts
}

function splitText(
  state: StateCore,
  text: Token,
  titles: ReadonlyMap<string, string>,
  starts: ReadonlyMap<string, readonly string[]>,
): Token[] {
  const { content } = text
  const tokens: Token[] = []
  let done = 0
  const push = (type: string, piece: string) => {
    const token = new state.Token(type, '', 0)
    token.content = piece
    tokens.push(token)
  }
  for (const { 0: word, index } of content.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (index < done) continue
    const name = starts.get(word)?.find((known) => isWhole(content, index, known))
    if (name === undefined) continue
    // `*[HTML]` in a sentence is written by those who take the line of the definition for the mark of its use.
    const isMarked =
      content.startsWith('*[', index - 2) && content.startsWith(']', index + name.length)
    const start = isMarked && index - 2 >= done ? index - 2 : index
    if (start > done) push('text', content.slice(done, start))
    const title = state.md.utils.escapeHtml(titles.get(name) ?? '')
    push('html_inline', title === '' ? '<abbr>' : `<abbr title="${title}">`)
    push('text', name)
    push('html_inline', '</abbr>')
    done = index + name.length + (start < index ? 1 : 0)
  }
  if (done === 0) return [text]
  if (done < content.length) push('text', content.slice(done))
  return tokens
}

function isWhole(text: string, at: number, name: string): boolean {
  return (
    text.startsWith(name, at) &&
    !/^[\p{L}\p{N}]/u.test(text.slice(at + name.length, at + name.length + 2))
  )
}
