import type { ArticleElement, ArticleNode } from './tree/article-tree.ts'

const voidTags: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img', 'source', 'wbr'])

/**
 * Serializes a cleaned tree as HTML. Escapes `<` and `>` in attributes too, unlike the standard algorithm, so that no
 * text of an article can look like a tag to any parser in any state, not even inside `noscript`.
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

/** Escapes an attribute value as `serializeHtml` does. */
export function escapeAttribute(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;')
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** Unescapes an attribute value that `serializeHtml` wrote. */
export function readAttribute(written: string): string {
  return written.replace(/&(amp|lt|gt|quot);/g, (sign, name: string) => signs[name] ?? sign)
}

/** Matches the `src` of a picture in HTML from `serializeHtml`: the tag up to the URL, and the escaped URL. */
export const pictureSource = /(<img [^<>]*?src=")([^"]*)"/g

/** Lists the picture URLs in HTML from `serializeHtml`, in order. */
export function listPictureSources(html: string): string[] {
  return [...html.matchAll(pictureSource)].map(([, , written = '']) => readAttribute(written))
}

const pageLink = /(<[^<>]* (?:href|cite)=")(?=#)/g

/**
 * Rewrites HTML from `serializeHtml` for use outside of its page. Fragment links point to the URL `page`; a picture URL
 * is replaced with what `move` returns for it, or kept if that is `undefined`.
 */
export function toPortableHtml(
  html: string,
  { page, move }: { page: string; move: (url: string) => string | undefined },
): string {
  return html
    .replace(pageLink, (start) => start + escapeAttribute(page))
    .replace(pictureSource, (same, start: string, written: string) => {
      const source = move(readAttribute(written))
      return source === undefined ? same : `${start}${escapeAttribute(source)}"`
    })
}

function toTag({ tag, attributes, children }: ArticleElement): string {
  let start = tag as string
  for (const [name, value] of attributes) start += ` ${name}="${escapeAttribute(value)}"`
  if (voidTags.has(tag)) return `<${start}>`
  // The HTML parser drops one line break right after `<pre>`.
  const first = tag === 'pre' ? firstText(children) : ''
  return `<${start}>${first.startsWith('\n') ? '\n' : ''}${serializeHtml(children)}</${tag}>`
}

function firstText([first]: readonly ArticleNode[]): string {
  return first?.kind === 'text' ? first.text : ''
}
