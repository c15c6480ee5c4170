import { isBlock, isTag, type ArticleNode } from './tree/article-tree.ts'

// More than a language is told by.
const longest = 2000

/** Title and start of the text, without code: words of programs are English in articles of any language. */
export function toSpokenText(title: string | undefined, nodes: readonly ArticleNode[]): string {
  const spoken = collectText(nodes, true)
  return `${title ?? ''}\n${/\p{L}/u.test(spoken) ? spoken : collectText(nodes, false)}`
}

function collectText(nodes: readonly ArticleNode[], skipsCode: boolean): string {
  let text = ''
  const visit = (node: ArticleNode) => {
    if (text.length >= longest) return
    if (node.kind === 'text') text += node.text.slice(0, longest)
    else if (!(node.isStandIn === true || isTag(node, 'rt', 'rp'))) visitElement(node)
  }
  const visitElement = (node: ArticleNode & { kind: 'element' }) => {
    if (skipsCode && isTag(node, 'pre', 'code', 'kbd', 'samp')) text += ' '
    else for (const child of node.children) visit(child)
    if (isBlock(node) || isTag(node, 'br')) text += '\n'
  }
  for (const node of nodes) visit(node)
  return text.replace(/\s+/g, ' ').trim()
}
