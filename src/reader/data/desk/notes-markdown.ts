import type { PostId } from '#core/post/post-id.ts'
import { toMarkdownText } from '#article/reference/markdown-text.ts'
import type { DeskNote } from './kept-notes.ts'

/**
 * Notes as Markdown: a heading an article, its quotes, and what was written to each.
 * @param toAddress - the full address of a post.
 */
export function toNotesMarkdown(
  notes: readonly DeskNote[],
  toAddress: (post: PostId) => string,
): string {
  const lines: string[] = []
  let last: PostId | undefined
  for (const { post, title, anchor, text } of notes) {
    if (post !== last) lines.push(`## [${toMarkdownText(title)}](${toAddress(post)})`, '')
    last = post
    lines.push(`> ${toMarkdownText(anchor.exact)}`, '')
    if (text !== undefined) lines.push(...text.split('\n').map(toMarkdownText), '')
  }
  return lines.join('\n')
}
