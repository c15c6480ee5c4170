import type { Env, MarkdownIt, StateBlock, StateCore, StateInline } from 'markdown-it'

/** Footnotes of one document: the text of each, and the numbers of those referenced, in order of first reference. */
interface Notes {
  texts: Map<string, string>
  numbers: Map<string, number>
}

const definitionPattern = /^\[\^([^\]\s]{1,50})\]:[ \t]+(\S.*)$/
const markPattern = /^\[\^([^\]\s]{1,50})\]/

/**
 * Markdown-it plugin for footnotes: `text[^1]` and a line `[^1]: note`. They link to each other; a reference without a
 * note stays text.
 */
export function markdownFootnotes(markdown: MarkdownIt): void {
  markdown.block.ruler.before('reference', 'footnotes', readDefinition, { alt: ['paragraph'] })
  markdown.inline.ruler.before('link', 'footnotes', readMark)
  markdown.core.ruler.push('footnotes', appendNotes)
}

// Each document is rendered with an `env` of its own, so that its notes are garbage collected with it.
const notesByEnv = new WeakMap<object, Notes>()

function notesOf(env: Env): Notes {
  const notes = notesByEnv.get(env) ?? { texts: new Map(), numbers: new Map() }
  notesByEnv.set(env, notes)
  return notes
}

function readDefinition(state: StateBlock, line: number, _end: number, isSilent: boolean): boolean {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
  const [, name, text] = definitionPattern.exec(state.src.slice(start, state.eMarks[line])) ?? []
  if (name === undefined || text === undefined) return false
  if (isSilent) return true
  const { texts } = notesOf(state.env)
  if (!texts.has(name)) texts.set(name, text)
  state.line = line + 1
  return true
}

function readMark(state: StateInline, isSilent: boolean): boolean {
  if (state.src.charAt(state.pos) !== '[') return false
  const [written, name] = markPattern.exec(state.src.slice(state.pos, state.pos + 60)) ?? []
  const { texts, numbers } = notesOf(state.env)
  if (written === undefined || name === undefined || !texts.has(name)) return false
  state.pos += written.length
  if (isSilent) return true
  const known = numbers.get(name)
  const number = known ?? numbers.size + 1
  numbers.set(name, number)
  const id = known === undefined ? ` id="fnref-${number}"` : ''
  state.push('html_inline', '', 0).content =
    `<sup><a href="#fn-${number}"${id}>[${number}]</a></sup>`
  return true
}

/** Appends the notes below the text, each with a backlink: referenced notes in order of reference, then the others. */
function appendNotes(state: StateCore): void {
  const { texts, numbers } = notesOf(state.env)
  if (texts.size === 0) return
  const push = (html: string) => {
    const token = new state.Token('html_block', '', 0)
    token.content = html
    state.tokens.push(token)
  }
  push('<hr><ol>')
  for (const name of new Set([...numbers.keys(), ...texts.keys()])) {
    const number = numbers.get(name)
    const text = state.md.renderInline(texts.get(name) ?? '')
    const back = number === undefined ? '' : ` <a href="#fnref-${number}">↩</a>`
    push(`<li${number === undefined ? '' : ` id="fn-${number}"`}>${text}${back}</li>`)
  }
  push('</ol>')
}
