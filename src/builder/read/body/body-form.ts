import type { Post } from '#core/post/post.ts'
import { htmlTagNames } from './html-tag-names.ts'
import { holdsMarks, withoutCode } from './markdown-marks.ts'
import { isOnePage } from './one-page.ts'

const markdownName = /\.(?:md|markdown|mkd|mkdn|mdown|mkdown|mdx)$/i

/**
 * Detects the format of a body. That of a Markdown file is Markdown, unless it plainly is HTML from end to end. That of
 * any other file is HTML when it has a tag, Markdown when it clearly looks like it, and plain text otherwise.
 */
export function toBodyForm(body: string, fileName: string): Post['bodyForm'] {
  if (markdownName.test(fileName)) return isOnePage(body) ? 'html' : 'markdown'
  if (holdsTag(withoutCode(body))) return 'html'
  return holdsMarks(body, 2) ? 'markdown' : 'text'
}

/**
 * Detects the format of a video's description. Copied from the player's page, it has a line for each thing it says, so
 * without tags and marks of Markdown it is plain text.
 */
export function toDescriptionForm(body: string, fileName: string): Post['bodyForm'] {
  const form = toBodyForm(body, fileName)
  if (form !== 'markdown' || holdsMarks(body, 2) || holdsTag(withoutCode(body))) return form
  return 'text'
}

function holdsTag(text: string): boolean {
  if (text.includes('<!--')) return true
  for (const match of text.matchAll(/<\/?([a-zA-Z][a-zA-Z\d]{0,10})(?=[\s/>])[^<>]*>/g)) {
    if (htmlTagNames.has((match[1] ?? '').toLowerCase())) return true
  }
  return false
}
