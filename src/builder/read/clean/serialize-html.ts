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

/** Text of an attribute as `serializeHtml` writes it. */
export function escapeAttribute(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;')
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** The text of an attribute that `serializeHtml` wrote. */
export function readAttribute(written: string): string {
  return written.replace(/&(amp|lt|gt|quot);/g, (sign, name: string) => signs[name] ?? sign)
}

/** The address of a picture that `serializeHtml` wrote, and what stands before it. */
export const pictureSource = /(<img [^<>]*?src=")([^"]*)"/g

/** Addresses of the pictures in HTML made by `serializeHtml`, in order. */
export function listPictureSources(html: string): string[] {
  return [...html.matchAll(pictureSource)].map(([, , written = '']) => readAttribute(written))
}

const pageLink = /(<[^<>]* (?:href|cite)=")(?=#)/g

/**
 * Gives HTML made by `serializeHtml` the addresses it needs away from its page: links within the page lead to it, pictures come
 * from elsewhere where `move` says so.
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
  // A browser takes one line break after `<pre>` away.
  const first = tag === 'pre' ? firstText(children) : ''
  return `<${start}>${first.startsWith('\n') ? '\n' : ''}${serializeHtml(children)}</${tag}>`
}

function firstText([first]: readonly ArticleNode[]): string {
  return first?.kind === 'text' ? first.text : ''
}
