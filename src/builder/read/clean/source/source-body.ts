import { makeMarkdown, type RenderMarkdown } from './markdown/make-markdown.ts'

/** Created on first use: that takes longer than cleaning a post, and most archives are all HTML. */
const made: { render?: RenderMarkdown } = {}

/** Converts a body of any format to HTML, which is not yet safe. */
export function toSourceHtml(body: string, bodyForm: 'html' | 'markdown' | 'text'): string {
  if (bodyForm === 'html') return body
  return bodyForm === 'markdown' ? (made.render ??= makeMarkdown())(body) : toParagraphs(body)
}

/** Blank lines separate paragraphs, single line breaks are kept. Entities are left to the HTML parser. */
function toParagraphs(body: string): string {
  return body
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim().replaceAll('<', '&lt;'))
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('')
}
