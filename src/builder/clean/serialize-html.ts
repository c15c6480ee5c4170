import type { ArticleElement, ArticleNode } from './tree/article-tree.ts'

const voidTags: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img', 'source', 'wbr'])

/**
 * Writes a cleaned tree as HTML. `<` and `>` are escaped in attributes too, which the standard's serializer leaves alone:
 * no text of an article can then look like a tag to any parser in any state (inside `noscript` least of all).
 */
export function serializeHtml(nodes: readonly ArticleNode[]): string {
  let html = ''
  for (const node of nodes) html += node.kind === 'text' ? escapeText(node.text) : toTag(node)
  return html
}

function escapeText(text: string): string {
  if (!/[&<>]/.test(text)) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/**
 * Puts every picture of HTML made by `serializeHtml` into `noscript`: where script runs, the reader decides by its own
 * setting which pictures are requested; where none runs, they load as usual.
 */
export function toNoscriptImages(html: string): string {
  return html.replace(/<img [^<>]*>/g, '<noscript>$&</noscript>')
}

function toTag({ tag, attributes, children }: ArticleElement): string {
  let start = tag as string
  for (const [name, value] of attributes)
    start += ` ${name}="${escapeText(value).replaceAll('"', '&quot;')}"`
  if (voidTags.has(tag)) return `<${start}>`
  // A browser takes one line break after `<pre>` away.
  const first = tag === 'pre' ? firstText(children) : ''
  return `<${start}>${first.startsWith('\n') ? '\n' : ''}${serializeHtml(children)}</${tag}>`
}

function firstText([first]: readonly ArticleNode[]): string {
  return first?.kind === 'text' ? first.text : ''
}
