import type { PostSummary } from '#contract/timeline-shard.ts'
import { shownDesk, type PostState } from '#reader/storage/desk/shown-desk.ts'
import { deskNews, sayTrouble } from './desk-news.ts'
import { openSiteDesk } from './site-desk.ts'
import { buildTurn } from './turn-post.ts'

const told = {
  saved: { on: 'nowSaved', off: 'unsaved' },
  read: { on: 'marked', off: 'unread' },
} as const

/** Saves posts or marks them as read, all at once, or takes that back; posts that are so already stay as they are. It can be undone. */
export async function turnPosts(
  posts: Iterable<PostSummary>,
  what: PostState,
  to: 'on' | 'off',
): Promise<void> {
  const desk = await openSiteDesk()
  const changed = [...posts].filter(
    (post) => (shownDesk.has(what, post) === true) !== (to === 'on'),
  )
  const { undo, stored } = desk.change(changed.flatMap((post) => buildTurn(post, what, to)))
  deskNews.write({ kind: told[what][to], posts: changed.length, undo })
  await stored
  sayTrouble(desk.tellTrouble())
}
