import { isTag, type ArticleNode } from '../tree/article-tree.ts'

/**
 * The text of a body that holds nothing but text and line breaks, one line a line, blank lines between paragraphs;
 * `undefined` for a body with markup of its own.
 */
export function readPlainText(nodes: readonly ArticleNode[]): string | undefined {
  if (!nodes.every((node) => isPlain(node))) return undefined
  // A line end of the source is only a space in HTML that marks its lines, and all there is in HTML that does not.
  const isMarked = nodes.some((node) => holdsBreak(node))
  const text = nodes.map((node) => toPlain(node, isMarked)).join('')
  return text
    .replace(/[ \t\r\f]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function isPlain(node: ArticleNode): boolean {
  if (node.kind === 'text') return true
  if (node.attributes.length > 0 || node.isStandIn === true) return false
  return isTag(node, 'p', 'div', 'br', 'span') && node.children.every((child) => isPlain(child))
}

function holdsBreak(node: ArticleNode): boolean {
  if (node.kind === 'text') return false
  return isTag(node, 'p', 'br') || node.children.some((child) => holdsBreak(child))
}

function toPlain(node: ArticleNode, isMarked: boolean): string {
  if (node.kind === 'text') return isMarked ? node.text.replace(/[\r\n]+/g, ' ') : node.text
  if (isTag(node, 'br')) return '\n'
  const text = node.children.map((child) => toPlain(child, isMarked)).join('')
  if (isTag(node, 'span')) return text
  return isTag(node, 'p') ? `\n\n${text}\n\n` : `\n${text}\n`
}
