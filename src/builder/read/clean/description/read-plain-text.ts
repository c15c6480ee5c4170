import { isTag, type ArticleNode } from '../tree/article-tree.ts'

/**
 * Returns the text of a body that consists only of text and line breaks, with blank lines between paragraphs; `undefined`
 * for a body with other markup.
 */
export function readPlainText(nodes: readonly ArticleNode[]): string | undefined {
  if (!nodes.every((node) => isPlain(node))) return undefined
  // If the HTML marks its lines, a source line break is just a space; otherwise it is the only line break there is.
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
