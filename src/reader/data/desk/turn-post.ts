import type { PostSummary } from '#contract/timeline-shard.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import type { DeskChange } from '#reader/storage/desk/desk-entry.ts'
import type { DeskTrouble } from '#reader/storage/desk/desk-storage.ts'
import { shownDesk, type PostState } from '#reader/storage/desk/shown-desk.ts'
import { cutText } from './cut-text.ts'
import { deskNews } from './desk-news.ts'
import { openSiteDesk, toDeskKind } from './site-desk.ts'

/** Longest title that a desk keeps, in characters. */
const longestTitle = 200

const takenAway = { saved: 'unsaved', read: 'unread' } as const

/**
 * Saves a post or marks it as read, or takes that back, which can be undone; what was known of it under its former id goes with it.
 * @returns why it cannot be stored, where that has not been said before.
 */
export async function turnPost(
  post: PostSummary,
  what: PostState,
): Promise<DeskTrouble | undefined> {
  const desk = await openSiteDesk()
  const isOn = shownDesk.has(what, post) === true
  const ids = [post.id, ...(post.formerId === undefined ? [] : [post.formerId])]
  const off = ids.map((id): DeskChange => ({ kind: toDeskKind(what), id }))
  const on: DeskChange =
    what === 'read'
      ? { kind: 'mark', id: post.id, value: 'read' }
      : {
          kind: 'saved',
          id: post.id,
          value: { title: cutText(toDisplayTitle(post), longestTitle) },
        }
  const { undo, stored } = desk.change(isOn ? off : [on])
  deskNews.write(isOn ? { kind: takenAway[what], posts: 1, undo } : undefined)
  await stored
  return desk.tellTrouble()
}
