import { isBlock, isTag, type ArticleNode, type ArticleTextNode } from './article-tree.ts'

const wide =
  '\\u2e80-\\u2fff\\u3001-\\u30ff\\u3100-\\u312f\\u31a0-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff01-\\uff60\\uffe0-\\uffe6\\ud840-\\ud888'
// Punctuation shared by Chinese and Western text; it counts as Chinese if the character on the other side is Chinese.
const shared = '\\u2018\\u2019\\u201c\\u201d\\u2014\\u2026\\u00b7'
// Begins with the line break, which an engine finds faster than what stands before one.
const joinedPattern = new RegExp(
  `\\n(?<=[${wide}][\\udc00-\\udfff]?\\n)(?=[${wide}${shared}])|\\n(?<=[${shared}]\\n)(?=[${wide}])`,
  'g',
)
// Runs other than the single space that they become.
const runPattern = / *[\t\n\r\f][ \t\n\r\f]*| {2,}/g
const pairPattern = new RegExp(
  `^(?:[${wide}][\\udc00-\\udfff]?[${wide}${shared}]|[${shared}][${wide}])`,
)

interface Line {
  /** Text that ends with a space, which is removed again if the line ends here. */
  open: ArticleTextNode | undefined
  /** Whether that space was a line break in the source. */
  isBreak: boolean
  /** Last visible character (a full surrogate pair); empty at the start of a line. */
  last: string
}

/**
 * Collapses white space as a browser does in layout: one space between words, none at the edges of blocks, `pre`
 * untouched. A source line break between two Chinese or Japanese characters is removed, as in CSS: pretty-printed sources
 * break their lines around every inline element.
 */
export function collapseSpace(nodes: readonly ArticleNode[]): void {
  const line: Line = { open: undefined, isBreak: false, last: '' }
  collapseNodes(nodes, line)
  endLine(line)
}

function collapseNodes(nodes: readonly ArticleNode[], line: Line): void {
  for (const node of nodes) {
    if (node.kind === 'text') collapseText(node, line)
    else if (isTag(node, 'pre')) endLine(line)
    else if (isTag(node, 'br')) endLine(line)
    else if (isBlock(node)) {
      endLine(line)
      collapseNodes(node.children, line)
      endLine(line)
    } else if (isTag(node, 'img', 'audio', 'video', 'wbr')) {
      line.open = undefined
      line.last = '\ufffc'
    } else collapseNodes(node.children, line)
  }
}

function endLine(line: Line): void {
  if (line.open) line.open.text = line.open.text.slice(0, -1)
  line.open = undefined
  line.isBreak = false
  line.last = ''
}

function collapseText(node: ArticleTextNode, line: Line): void {
  let text = node.text
  // Fast path: nearly all texts have only single spaces.
  if (/[\t\n\r\f]| {2}/.test(text)) {
    text = text.replace(runPattern, (run) => (/[\n\r]/.test(run) ? '\n' : ' '))
    if (text.includes('\n', 1)) text = text.replace(joinedPattern, '')
  }
  const lead = text.startsWith(' ') || text.startsWith('\n') ? text.charAt(0) : ''
  const content = text.slice(lead.length)
  if (lead !== '' && line.open && lead === '\n') line.isBreak = true
  const hasSpace = line.open !== undefined || lead !== ''
  if (content === '') return holdSpace(node, line, lead)
  const isBreak = line.open ? line.isBreak : lead === '\n'
  const isJoined = hasSpace && isBreak && pairPattern.test(line.last + content.slice(0, 2))
  if (isJoined && line.open) line.open.text = line.open.text.slice(0, -1)
  const keepsLead = lead !== '' && !line.open && line.last !== '' && !isJoined
  const tail = content.endsWith(' ') || content.endsWith('\n') ? content.slice(-1) : ''
  const body = content.slice(0, content.length - tail.length).replaceAll('\n', ' ')
  node.text = `${keepsLead ? ' ' : ''}${body}${tail === '' ? '' : ' '}`
  const end = body.slice(-2)
  line.last = /^[\ud800-\udbff][\udc00-\udfff]$/.test(end) ? end : body.slice(-1)
  line.open = tail === '' ? undefined : node
  line.isBreak = tail === '\n'
}

/** Handles a text of white space only: keeps one space if the line is not empty and does not already end with one. */
function holdSpace(node: ArticleTextNode, line: Line, lead: string): void {
  const isKept = lead !== '' && !line.open && line.last !== ''
  node.text = isKept ? ' ' : ''
  if (!isKept) return
  line.open = node
  line.isBreak = lead === '\n'
}
