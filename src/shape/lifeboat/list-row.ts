import type { Words } from '#article/words.ts'
import { escapeHtml } from '#core/html/escape-html.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import { toUtcDay } from '#core/post/post-id.ts'
import type { WholePost } from '../copy/archive-posts.ts'

/** A post in the list of titles: its day, its title and its original. */
export function toListRow({ row, body }: WholePost, words: Words): string {
  const title = toDisplayTitle({ ...row, title: body.title ?? row.title })
  const day = toUtcDay(row.id)
  const parts = [
    ...(day === undefined ? [] : [`<time>${day}</time>`]),
    escapeHtml(title),
    ...(body.sourceUrl === undefined
      ? []
      : [`<a href="${escapeHtml(body.sourceUrl)}">${escapeHtml(words('lifeboat.original'))}</a>`]),
  ]
  // The end of an item is implied: a list of thousands is not packed.
  return `<li>${parts.join(' ')}\n`
}
