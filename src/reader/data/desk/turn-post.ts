import type { PostSummary } from '#contract/timeline-shard.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import type { DeskChange } from '#reader/storage/desk/desk-entry.ts'
import type { DeskTrouble } from '#reader/storage/desk/desk-storage.ts'
import { shownDesk, type PostState } from '#reader/storage/desk/shown-desk.ts'
import { cutText } from '#core/text/cut-text.ts'
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
  const { undo, stored } = desk.change(buildTurn(post, what, isOn ? 'off' : 'on'))
  deskNews.write(isOn ? { kind: takenAway[what], posts: 1, undo } : undefined)
  await stored
  return desk.tellTrouble()
}

/** What saves a post or marks it as read, or takes that back. */
export function buildTurn(post: PostSummary, what: PostState, to: 'on' | 'off'): DeskChange[] {
  const { id, formerId } = post
  if (to === 'off') {
    const ids = formerId === undefined ? [id] : [id, formerId]
    return ids.map((own) => ({ kind: toDeskKind(what), id: own }))
  }
  return what === 'read'
    ? [{ kind: 'mark', id, value: 'read' }]
    : [{ kind: 'saved', id, value: { title: cutText(toDisplayTitle(post), longestTitle) } }]
}
