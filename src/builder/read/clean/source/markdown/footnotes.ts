import type { Env, MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it'

/** Footnotes of one document: the text of each, and the numbers of those referenced, in order of first reference. */
interface Notes {
  texts: Map<string, string>
  numbers: Map<string, number>
  /** Whether the blocks of a note are being parsed: there, another definition is text. */
  isInside: boolean
}

const definitionPattern = /^\[\^([^\]\s]{1,50})\]:[ \t]*(.*)$/
const markPattern = /^\[\^([^\]\s]{1,50})\]/
const inlinePattern = /^\^\[((?:[^[\]\n\\]|\\.|\[[^[\]\n]{0,300}\]){1,1000})\]/

/**
 * Markdown-it plugin for footnotes: `text[^1]` with `[^1]: note` below, whose further blocks are indented, and
 * `text^[note]`. Reference and note link to each other; a reference without a note stays text. markdown-it-footnote 4
 * takes quadratic time for `[^[^[^`.
 */
export function footnotes(markdown: MarkdownIt): void {
  markdown.block.ruler.before('reference', 'footnotes', readDefinition, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  })
  markdown.inline.ruler.before('link', 'footnotes', readMark)
  markdown.inline.ruler.before('link', 'inline_footnotes', readInlineNote)
  markdown.core.ruler.after('inline', 'footnotes', appendNotes)
}

// Each document is rendered with an `env` of its own, so that its notes are garbage collected with it.
const notesByEnv = new WeakMap<object, Notes>()

function notesOf(env: Env): Notes {
  const notes = notesByEnv.get(env) ?? { texts: new Map(), numbers: new Map(), isInside: false }
  notesByEnv.set(env, notes)
  return notes
}

function readDefinition(state: StateBlock, line: number, end: number, isSilent: boolean): boolean {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
  if (!state.src.startsWith('[^', start)) return false
  const [, name, first = ''] =
    definitionPattern.exec(state.src.slice(start, state.eMarks[line])) ?? []
  const { texts, isInside } = notesOf(state.env)
  if (name === undefined || isInside) return false
  if (isSilent) return true
  const { next, lines } = readNote(state, line + 1, end)
  if (!texts.has(name)) texts.set(name, [first, ...lines].join('\n').trim())
  state.line = next
  return true
}

/** The lines of a note below its first: those that continue its paragraph, and whatever is indented. */
function readNote(state: StateBlock, from: number, end: number): { next: number; lines: string[] } {
  const lines: string[] = []
  let next = from
  let hasBlank = false
  for (let line = from; line < end; line++) {
    const text = state.getLines(line, line + 1, state.blkIndent, false)
    if (text.trim() === '') {
      hasBlank = true
      continue
    }
    const indent = (state.sCount[line] ?? 0) - state.blkIndent
    if (indent < 0 || (hasBlank ? indent < 2 : startsBlock(text))) break
    while (next < line) {
      lines.push('')
      next++
    }
    lines.push(text.replace(/^(?: {1,4}|\t)/, ''))
    next = line + 1
  }
  return { next, lines }
}

function startsBlock(text: string): boolean {
  return /^ {0,3}(?:\[\^|\[[^\]]+\]:|#{1,6} |>|```|~~~|[-*+] |\d{1,9}[.)] |<|\*\[|\{:)/.test(text)
}

function readMark(state: StateInline, isSilent: boolean): boolean {
  if (state.src.charAt(state.pos) !== '[') return false
  const [written, name] = markPattern.exec(state.src.slice(state.pos, state.pos + 60)) ?? []
  const notes = notesOf(state.env)
  if (written === undefined || name === undefined || !notes.texts.has(name)) return false
  state.pos += written.length
  if (!isSilent) pushMark(state, notes, name)
  return true
}

function readInlineNote(state: StateInline, isSilent: boolean): boolean {
  if (!state.src.startsWith('^[', state.pos)) return false
  const [written, text] = inlinePattern.exec(state.src.slice(state.pos, state.pos + 1100)) ?? []
  if (written === undefined || text === undefined) return false
  state.pos += written.length
  if (isSilent) return true
  const notes = notesOf(state.env)
  const name = `^${notes.texts.size}`
  notes.texts.set(name, text)
  pushMark(state, notes, name)
  return true
}

function pushMark(state: StateInline, { numbers }: Notes, name: string): void {
  const known = numbers.get(name)
  const number = known ?? numbers.size + 1
  numbers.set(name, number)
  const id = known === undefined ? ` id="fnref-${number}"` : ''
  state.push('html_inline', '', 0).content =
    `<sup><a href="#fn-${number}"${id}>[${number}]</a></sup>`
}

/** Appends the notes below the text, each with a backlink: referenced notes in order of reference, then the others. */
function appendNotes(state: StateCore): void {
  const notes = notesOf(state.env)
  if (notes.texts.size === 0) return
  const push = (html: string) => {
    const token = new state.Token('html_block', '', 0)
    token.content = html
    state.tokens.push(token)
  }
  push('<hr><ol>')
  const done = new Set<string>()
  // A note may refer to one that nothing else refers to.
  for (const names of [notes.numbers, notes.texts]) {
    for (const name of names.keys()) {
      if (done.has(name)) continue
      done.add(name)
      const tokens = parseNote(state, notes, notes.texts.get(name) ?? '')
      const number = notes.numbers.get(name)
      push(number === undefined ? '<li>' : `<li id="fn-${number}">`)
      if (number !== undefined) appendBacklink(state, tokens, number)
      for (const token of tokens) state.tokens.push(token)
      push('</li>')
    }
  }
  push('</ol>')
}

function parseNote(state: StateCore, notes: Notes, text: string): Token[] {
  const tokens: Token[] = []
  notes.isInside = true
  state.md.block.parse(text, state.md, state.env, tokens)
  notes.isInside = false
  for (const token of tokens) {
    if (token.type === 'inline') {
      token.children = []
      state.md.inline.parse(token.content, state.md, state.env, token.children)
    }
  }
  const [open, , close] = tokens
  if (tokens.length === 3 && open?.type === 'paragraph_open' && close) {
    open.hidden = true
    close.hidden = true
  }
  return tokens
}

function appendBacklink(state: StateCore, tokens: Token[], number: number): void {
  const back = new state.Token('html_inline', '', 0)
  back.content = ` <a href="#fnref-${number}">↩</a>`
  const last = tokens.at(-2)
  if (last?.type === 'inline' && last.children) last.children.push(back)
  else tokens.push(Object.assign(back, { type: 'html_block' }))
}
