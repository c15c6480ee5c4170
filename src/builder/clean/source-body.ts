import MarkdownIt from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import { markdownFootnotes } from './markdown-footnotes.ts'

// No HTML, no links made of plain addresses: the first is not Markdown's to allow, the second is the reader's work.
const markdown = new MarkdownIt({ html: false, linkify: false })
  .use(cjkFriendly)
  .use(markdownFootnotes)

/** Brings a body of any form into HTML, which is still not safe. */
export function toSourceHtml(body: string, bodyForm: 'html' | 'markdown' | 'text'): string {
  if (bodyForm === 'html') return body
  return bodyForm === 'markdown' ? markdown.render(body) : toParagraphs(body)
}

/** Blank lines part paragraphs, single line breaks stay. Entities are left to the HTML parser. */
function toParagraphs(body: string): string {
  return body
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim().replaceAll('<', '&lt;'))
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('')
}
