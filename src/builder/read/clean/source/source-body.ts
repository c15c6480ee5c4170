import MarkdownIt, { type MarkdownIt as Markdown } from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import { markdownTags } from '#core/text/markdown-tags.ts'
import { markdownFootnotes } from './markdown-footnotes.ts'

const knownTag = new RegExp(`^</?(?:${markdownTags.join('|')})(?=[\\s/>])`, 'i')

function makeMarkdown(): Markdown {
  // No linkify: plain URLs are linked later, in bodies of every format. `cjkFriendly` allows emphasis next to Chinese
  // punctuation.
  const markdown = new MarkdownIt({ html: true, linkify: false })
    .use(cjkFriendly)
    .use(markdownFootnotes)
  // Phrasing and image tags are common in Markdown; anything else that looks like a tag is text.
  markdown.disable('html_block')
  markdown.renderer.rules.html_inline = (tokens, at) => {
    const tag = tokens[at]?.content ?? ''
    return knownTag.test(tag) ? tag : markdown.utils.escapeHtml(tag)
  }
  return markdown
}

/** Created on first use: that takes longer than cleaning a post, and most archives are all HTML. */
const made: { markdown?: Markdown } = {}

/** Converts a body of any format to HTML, which is not yet safe. */
export function toSourceHtml(body: string, bodyForm: 'html' | 'markdown' | 'text'): string {
  if (bodyForm === 'html') return body
  return bodyForm === 'markdown'
    ? (made.markdown ??= makeMarkdown()).render(body)
    : toParagraphs(body)
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
