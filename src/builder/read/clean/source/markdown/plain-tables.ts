import type { MarkdownIt, StateBlock, StateCore, Token } from 'markdown-it'

const ruleLine = /^\|(?=[^\n]*[-=])[ \t|:+=-]*$/

/**
 * Markdown-it plugin for tables of lines between `|` and `|`, as kramdown reads them: they need no head, a line of
 * hyphens ends it or begins another body, one of `=` begins the foot, and a `|` in code parts no cells.
 */
export function plainTables(markdown: MarkdownIt): void {
  markdown.block.ruler.before('table', 'plain_table', readTable, {
    alt: ['paragraph', 'reference'],
  })
  markdown.core.ruler.after('block', 'table_rules', dropRules)
}

function readTable(state: StateBlock, line: number, end: number, isSilent: boolean): boolean {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false
  const rows: string[] = []
  for (let next = line; next < end; next++) {
    const row = toRow(state, next)
    if (row === undefined) break
    rows.push(row)
    if (isSilent) break
  }
  if (rows.length === 0 && !isSilent) rows.push(...readOpenRows(state, line, end))
  if (!rows.some((row) => !ruleLine.test(row) && splitCells(row).length > 1)) return false
  if (isSilent) return true
  const isRule = rows.map((row) => ruleLine.test(row))
  const firstRule = isRule.indexOf(true, Math.max(0, isRule.indexOf(false)))
  const head = firstRule > 0 && isRule.slice(firstRule).includes(false) ? firstRule : 0
  open(state, 'table', 'table')
  pushRows(state, { rows: rows.slice(0, head), part: 'thead', cell: 'th', line })
  const body = rows.slice(head)
  pushRows(state, { rows: body, part: 'tbody', cell: 'td', line: line + head })
  close(state, 'table', 'table')
  state.line = line + rows.length
  return true
}

/** A line of a table; `undefined` if it is none. */
function toRow(state: StateBlock, line: number): string | undefined {
  if ((state.sCount[line] ?? 0) < state.blkIndent) return undefined
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
  if (state.src.charAt(start) !== '|') return undefined
  const row = state.src.slice(start, state.eMarks[line]).trimEnd()
  // A rule may end without: `|===`.
  return row.length > 1 && (row.endsWith('|') || ruleLine.test(row)) ? row : undefined
}

const openRule = /^[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+$/

/**
 * The lines of a table as GitHub reads it, without `|` at both ends, where its own rule would lose words or tear code:
 * more cells than in the head, or a `|` in code. None for any other table.
 */
function readOpenRows(state: StateBlock, line: number, end: number): string[] {
  const lineAt = (at: number) =>
    (state.sCount[at] ?? -1) < state.blkIndent
      ? ''
      : state.src.slice((state.bMarks[at] ?? 0) + (state.tShift[at] ?? 0), state.eMarks[at])
  if (line + 1 >= end || !openRule.test(lineAt(line + 1).trimEnd())) return []
  const rows: string[] = []
  for (let at = line; at < end && lineAt(at).includes('|'); at++) {
    const row = lineAt(at).trim()
    rows.push(`${row.startsWith('|') ? '' : '|'}${row}${/(?<!\\)\|$/.test(row) ? '' : '|'}`)
  }
  const [head = ''] = rows
  const isTorn = (row: string) =>
    splitCells(row).length > splitCells(head).length || /`[^`]*\|[^`]*`/.test(row)
  return rows.some(isTorn) ? rows : []
}

interface Rows {
  rows: string[]
  part: 'thead' | 'tbody'
  cell: 'th' | 'td'
  line: number
}

function pushRows(state: StateBlock, { rows, part, cell, line }: Rows): void {
  if (rows.length === 0) return
  open(state, part, part)
  for (const [at, row] of rows.entries()) {
    if (ruleLine.test(row)) continue
    open(state, 'tr', 'tr')
    for (const text of splitCells(row)) {
      open(state, cell, cell)
      const inline = state.push('inline', '', 0)
      inline.content = text
      inline.map = [line + at, line + at + 1]
      inline.children = []
      close(state, cell, cell)
    }
    close(state, 'tr', 'tr')
  }
  close(state, part, part)
}

function open(state: StateBlock, type: string, tag: string): void {
  state.push(`${type}_open`, tag, 1)
}

function close(state: StateBlock, type: string, tag: string): void {
  state.push(`${type}_close`, tag, -1)
}

/** The cells of a line, which may hold `\|` and code with `|`. */
function splitCells(row: string): string[] {
  const cells: string[] = []
  let cell = ''
  for (const [piece] of row.slice(1).matchAll(/\\[^]|`[^`\n]{1,500}`|\||[^\\`|]+|`/g)) {
    if (piece === '|') {
      cells.push(cell.trim())
      cell = ''
    } else cell += piece === '\\|' ? '|' : piece
  }
  return cells
}

/** Leaves out the lines of hyphens that markdown-it's own tables took for rows. */
function dropRules(state: StateCore): void {
  const { tokens } = state
  if (!tokens.some(({ type }) => type === 'table_open')) return
  const kept: Token[] = []
  let start = 0
  let isRule = false
  for (const token of tokens) {
    if (token.type === 'tr_open') {
      start = kept.length
      isRule = true
    }
    if (token.type === 'inline' && !/^(?:[-+=:\s]*)$/.test(token.content)) isRule = false
    kept.push(token)
    if (token.type !== 'tr_close') continue
    const holdsLine = kept.slice(start).some(({ content }) => /[-=]{3}/.test(content))
    if (isRule && holdsLine) kept.length = start
  }
  state.tokens = kept
}
