import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it'
import { parseAttributes, setAttributes } from './attribute-list.ts'
import { buildContents, nameHeading } from './heading-places.ts'

/** A line of attributes waiting for the block it belongs to. */
const listType = 'attribute_list'

/**
 * Markdown-it plugin for kramdown's lists of attributes, `{: #id .class}` behind a block or a phrase and `{#id}` behind
 * a heading, for `{:toc}`, for two backslashes that break a line, and for its extensions `{::comment}`, `{::nomarkdown}`
 * and `{::options}`. Lists with one sign only, as other programs write them (`{.class}`), count behind a phrase or on a
 * line of their own.
 */
export function kramdown(markdown: MarkdownIt): void {
  markdown.block.ruler.before('reference', listType, readLine, {
    alt: ['paragraph', 'reference', 'blockquote', 'list', 'table'],
  })
  markdown.inline.ruler.before('link', listType, readPhraseList)
  markdown.inline.ruler.before('escape', 'backslash_break', readBreak)
  markdown.core.ruler.after('block', listType, applyLists)
  markdown.core.ruler.after('inline', 'contents', fillContents)
}

const linePattern = /^\{(:?)([^{}]*)\}[ \t]*$/
const extensionPattern = /^\{::(\/?)([a-z]*)[^{}]*?(\/?)\}[ \t]*(.*)$/
const contentsPattern = /^(?:@?\[toc\]|\[\[_?toc_?\]\])[ \t]*$/i

function readLine(state: StateBlock, line: number, end: number, isSilent: boolean): boolean {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
  const sign = state.src.charAt(start)
  if (!'{[@^'.includes(sign) || sign === '') return false
  const text = state.src.slice(start, Math.min(state.eMarks[line] ?? 0, start + 1200))
  // `^` alone parts two blocks that would be one.
  if (/^\^[ \t]*$/.test(text)) return isSilent || skipTo(state, line + 1)
  if (contentsPattern.test(text)) return isSilent || pushList(state, line, 'toc')
  if (text.startsWith('{::')) return readExtension(state, line, end, isSilent)
  if (/^\{:\/[a-z]*\}[ \t]*$/.test(text)) return isSilent || skipTo(state, line + 1)
  const [, colon, inside = ''] = linePattern.exec(text) ?? []
  if (colon === undefined) return false
  // `{:name: .class}` defines a list for others to name.
  const isDefinition = colon === ':' && /^[\p{L}\p{N}_-]+:(?:\s|$)/u.test(inside)
  if (isDefinition) return isSilent || skipTo(state, line + 1)
  const attributes = parseAttributes(inside)
  if (attributes === undefined) return false
  // Without the colon it must say something that no sentence says.
  if (colon === '' && (attributes.names.length > 0 || inside.trim() === '')) return false
  return isSilent || pushList(state, line, inside)
}

function skipTo(state: StateBlock, line: number): true {
  state.line = line
  return true
}

function pushList(state: StateBlock, line: number, inside: string): true {
  const token = state.push(listType, '', 0)
  token.content = inside
  token.map = [line, line + 1]
  return skipTo(state, line + 1)
}

/** Leaves out comments and options; what no program should read as Markdown stays as it is. */
function readExtension(state: StateBlock, line: number, end: number, isSilent: boolean): boolean {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
  const found = extensionPattern.exec(state.src.slice(start, state.eMarks[line]))
  if (found === null) return false
  const [, isEnd, name = '', isWhole, rest = ''] = found
  if (isSilent) return true
  if (isEnd === '/' || isWhole === '/') return skipTo(state, line + 1)
  const last = closingPattern.test(rest) ? line : findClosing(state, line + 1, end)
  const isClosed = last < end
  if (isClosed && name === 'nomarkdown') {
    const lines = state.getLines(line, last + 1, state.blkIndent, false)
    const token = state.push('html_block', '', 0)
    token.content = lines.replace(/^\s*\{::[^{}]*\}/, '').replace(/\{:\/[a-z]*\}\s*$/, '')
  }
  return skipTo(state, isClosed && name !== 'options' ? last + 1 : line + 1)
}

const closingPattern = /\{:\/[a-z]*\}/

/** Lines of each document that end an extension, ascending: of thousands without an end, each would look through the rest. */
const closings = new WeakMap<StateBlock, readonly number[]>()

/** The first line that ends an extension; `end` where none does. */
function findClosing(state: StateBlock, from: number, end: number): number {
  const lines = closings.get(state) ?? listClosings(state)
  closings.set(state, lines)
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((lines[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return Math.min(lines[low] ?? end, end)
}

function listClosings({ src, bMarks, eMarks }: StateBlock): number[] {
  const lines: number[] = []
  for (const [line, end] of eMarks.entries()) {
    if (closingPattern.test(src.slice(bMarks[line], end))) lines.push(line)
  }
  return lines
}

/** Two backslashes at the end of a line break it, where CommonMark has one. */
function readBreak(state: StateInline, isSilent: boolean): boolean {
  if (!state.src.startsWith('\\\\\n', state.pos)) return false
  if (!isSilent) state.push('hardbreak', 'br', 0)
  state.pos += 3
  while (' \t'.includes(state.src[state.pos] ?? '-')) state.pos++
  return true
}

const phrasePattern = /\{(:?)([^{}\n]{0,1000})\}/y

function readPhraseList(state: StateInline, isSilent: boolean): boolean {
  if (state.src.charAt(state.pos) !== '{') return false
  phrasePattern.lastIndex = state.pos
  const [written, colon, inside = ''] = phrasePattern.exec(state.src) ?? []
  if (written === undefined) return false
  const attributes = parseAttributes(inside)
  const isBehindPhrase = /[)\]*_`~>]/.test(state.src.charAt(state.pos - 1))
  if (attributes === undefined) return false
  if (attributes.names.length > 0 && !(colon === ':' && isBehindPhrase)) return false
  if (colon === '' && (inside.trim() === '' || !isBehindPhrase)) return false
  if (colon === ':' && inside.trim() === '') return false
  state.pos += written.length
  if (isSilent) return true
  const phrase = findPhrase(state.tokens)
  if (phrase && isBehindPhrase) setAttributes(phrase, attributes)
  return true
}

/** The phrase that ends right here. */
function findPhrase(tokens: readonly Token[]): Token | undefined {
  const last = tokens.at(-1)
  if (last === undefined || last.nesting === 0) return last?.type === 'text' ? undefined : last
  return tokens.findLast(({ nesting, level }) => nesting === 1 && level === last.level)
}

/** Gives each list to the block right before it, else to the one right behind it. */
function applyLists(state: StateCore): void {
  const { tokens } = state
  const opens: Token[] = []
  const blocks = new Map<number, { open: Token; start: number }>()
  let waiting: string[] = []
  const kept: Token[] = []
  for (const token of tokens) {
    if (token.type === listType) {
      const before = blocks.get(token.level)
      const isRightBefore = before !== undefined && endOf(before.open) >= (token.map?.[0] ?? 0)
      if (isContents(token)) placeContents(state, kept, isRightBefore ? before : undefined)
      else if (isRightBefore) give(before.open, token.content)
      else waiting.push(token.content)
      continue
    }
    if (token.nesting >= 0 && token.block && token.type !== 'inline') {
      for (const list of waiting) give(token, list)
      waiting = []
      blocks.set(token.level, { open: token, start: kept.length })
      if (token.nesting === 1) opens.push(token)
    }
    if (token.type === 'inline' && opens.at(-1)?.type === 'heading_open') readHeading(opens, token)
    if (token.nesting === -1) opens.pop()
    kept.push(token)
  }
  state.tokens = kept
}

function endOf({ map }: Token): number {
  return map?.[1] ?? -1
}

function isContents({ content }: Token): boolean {
  return parseAttributes(content)?.names.includes('toc') === true
}

function give(token: Token, list: string): void {
  const attributes = parseAttributes(list)
  if (attributes) setAttributes(token, attributes)
}

/** The list before `{:toc}` gives way to the contents. */
function placeContents(
  state: StateCore,
  kept: Token[],
  before: { open: Token; start: number } | undefined,
): void {
  if (before && before.open.type.endsWith('_list_open')) kept.length = before.start
  kept.push(new state.Token('contents', '', 0))
}

/** `## Title {#place}` */
function readHeading(opens: readonly Token[], inline: Token): void {
  const [written, , inside = ''] =
    /[ \t]*\{(:?)([^{}\n]{1,1000})\}[ \t]*$/.exec(inline.content.slice(-1100)) ?? []
  const attributes = written === undefined ? undefined : parseAttributes(inside)
  const heading = opens.at(-1)
  if (!heading || !attributes || written === undefined || attributes.names.length > 0) return
  inline.content = inline.content.slice(0, -written.length)
  setAttributes(heading, attributes)
}

/** Names headings as the programs do, so that links find them, and lists them where contents were asked for. */
function fillContents(state: StateCore): void {
  const used = new Map<string, number>()
  for (const [at, token] of state.tokens.entries()) {
    if (token.type === 'heading_open') nameHeading(token, state.tokens[at + 1], used)
  }
  // One list is enough: thousands would make a long document out of a short one.
  let contents: string | undefined
  for (const token of state.tokens) {
    if (token.type !== 'contents') continue
    token.type = 'html_block'
    token.content = contents === undefined ? buildContents(state.tokens) : ''
    contents ??= token.content
  }
}
