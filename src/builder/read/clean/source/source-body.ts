import type { MarkdownHabits } from '#core/post/post.ts'
import { makeMarkdown, type RenderMarkdown } from './markdown/make-markdown.ts'

/** Created on first use: that takes longer than cleaning a post, and most archives are all HTML. */
const made = new Map<string, RenderMarkdown>()

/** Converts a body of any format to HTML, which is not yet safe. */
export function toSourceHtml(
  body: string,
  bodyForm: 'html' | 'markdown' | 'text',
  habits: MarkdownHabits = {},
): string {
  if (bodyForm === 'html') return body
  return bodyForm === 'markdown' ? findRenderer(habits)(body) : toParagraphs(body)
}

function findRenderer(habits: MarkdownHabits): RenderMarkdown {
  const key = `${String(habits.hardBreaks)} ${String(habits.emoji)}`
  const known = made.get(key)
  if (known !== undefined) return known
  const render = makeMarkdown(habits)
  made.set(key, render)
  return render
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
