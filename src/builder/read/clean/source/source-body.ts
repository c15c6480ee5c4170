import MarkdownIt, { type MarkdownIt as Markdown } from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import { markdownTags } from '#core/markdown-tags.ts'
import { markdownFootnotes } from './markdown-footnotes.ts'

const knownTag = new RegExp(`^</?(?:${markdownTags.join('|')})(?=[\\s/>])`, 'i')

function makeMarkdown(): Markdown {
  // No links made of plain addresses: that is the work of a rule that sees all bodies. Emphasis works beside Chinese signs.
  const markdown = new MarkdownIt({ html: true, linkify: false })
    .use(cjkFriendly)
    .use(markdownFootnotes)
  // Tags of phrases and pictures are ordinary in Markdown; whatever else looks like one is text.
  markdown.disable('html_block')
  markdown.renderer.rules.html_inline = (tokens, at) => {
    const tag = tokens[at]?.content ?? ''
    return knownTag.test(tag) ? tag : markdown.utils.escapeHtml(tag)
  }
  return markdown
}

/** Made for the first body that needs it: making it takes longer than cleaning a post, and most archives are HTML. */
const made: { markdown?: Markdown } = {}

/** Brings a body of any form into HTML, which is still not safe. */
export function toSourceHtml(body: string, bodyForm: 'html' | 'markdown' | 'text'): string {
  if (bodyForm === 'html') return body
  return bodyForm === 'markdown'
    ? (made.markdown ??= makeMarkdown()).render(body)
    : toParagraphs(body)
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
