import type { PostSummary } from '#contract/timeline-shard.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import type { PostId } from '#core/post/post-id.ts'
import type { Desk } from '#reader/storage/desk/desk.ts'
import type { DeskChange } from '#reader/storage/desk/desk-entry.ts'
import type { PostIds } from '#reader/storage/desk/shown-desk.ts'
import { cutText } from '#core/text/cut-text.ts'
import { deskNews, sayTrouble, type Undoable } from './desk-news.ts'
import { listItems, readNote, toItemId } from './desk-lists.ts'
import { moveItem, toChange } from './list-order.ts'
import { openSiteDesk } from './site-desk.ts'

/** How many posts one list holds. */
export const mostListed = 1000
/** Longest name of a list and longest note in it, in characters. */
export const longestName = 100
export const longestNote = 500

/** A post that is put on a list: its ids, and what names it where the archive no longer has it. */
export type PutPost = Pick<PostSummary, 'id' | 'formerId' | 'title' | 'excerpt'>

/** Makes a list. @returns its id; `undefined` for a name without a letter. */
export async function startList(name: string): Promise<string | undefined> {
  const text = cutText(name, longestName)
  if (text === '') return undefined
  const id = makeListId()
  await changeDesk(() => [{ kind: 'list', id, value: { name: text } }])
  return id
}

/** Gives a list another name; an empty one changes nothing. */
export async function renameList(list: string, name: string): Promise<void> {
  const text = cutText(name, longestName)
  if (text !== '') await changeDesk(() => [{ kind: 'list', id: list, value: { name: text } }])
}

/** Deletes a list with its order and notes; it can be undone. */
export async function deleteList(list: string): Promise<void> {
  const name = await findName(list)
  await changeDesk(
    (desk) => [
      { kind: 'list', id: list },
      ...listItems(desk, list).flatMap(({ post }) => toRemovals(desk, list, post)),
    ],
    () => ({ kind: 'listDeleted', posts: 1, name }),
  )
}

/** Puts posts at the end of a list, except those that are on it; it can be undone. Posts for which it has no room are counted. */
export async function putOnList(list: string, posts: readonly PutPost[]): Promise<void> {
  const [desk, name] = await Promise.all([openSiteDesk(), findName(list)])
  const items = listItems(desk, list)
  const wanted = posts.filter((post) => !isOnList(desk, list, post))
  const put = wanted.slice(0, Math.max(0, mostListed - items.length))
  const last = items.at(-1)?.order ?? -1
  await changeDesk(
    () =>
      put.map((post, at) =>
        toChange(list, { post: post.id, order: last + 1 + at, title: toKeptTitle(post) }),
      ),
    () => ({ kind: 'listed', posts: put.length, name, skipped: wanted.length - put.length }),
  )
}

/** Takes posts off a list; it can be undone. */
export async function takeOffList(list: string, posts: readonly PostIds[]): Promise<void> {
  const name = await findName(list)
  await changeDesk(
    (desk) =>
      posts
        .flatMap(({ id, formerId }) => (formerId === undefined ? [id] : [id, formerId]))
        .filter((id) => desk.get('list-item', toItemId(list, id)) !== undefined)
        .flatMap((id) => toRemovals(desk, list, id)),
    () => ({ kind: 'unlisted', posts: posts.length, name }),
  )
}

/** Moves the post at a place of a list to another. */
export async function moveOnList(
  list: string,
  places: { from: number; to: number },
): Promise<void> {
  await changeDesk((desk) => moveItem(list, listItems(desk, list), places))
}

/** Writes a note to a post on a list; an empty one removes it. */
export async function noteOnList(list: string, post: PostId, note: string): Promise<void> {
  const text = cutText(note, longestNote)
  await changeDesk((desk) => {
    const id = toItemId(list, post)
    const item = desk.get('list-item', id)
    if (item === undefined || (readNote(desk, list, post) ?? '') === text) return []
    // Nothing written hides what an older version has noted with the item itself.
    const isRemoval = text === '' && item.note === undefined
    return [{ kind: 'list-note', id, value: isRemoval ? undefined : { text } }]
  })
}

/** Whether a post is on a list. */
export function isOnList(desk: Desk, list: string, { id, formerId }: PostIds): boolean {
  const has = (own: PostId) => desk.get('list-item', toItemId(list, own)) !== undefined
  return has(id) || (formerId !== undefined && has(formerId))
}

async function changeDesk(
  build: (desk: Desk) => readonly DeskChange[],
  tell?: () => Omit<Undoable, 'undo'>,
): Promise<void> {
  const desk = await openSiteDesk()
  const { undo, stored } = desk.change(build(desk))
  if (tell !== undefined) deskNews.write({ ...tell(), undo })
  await stored
  sayTrouble(desk.tellTrouble())
}

async function findName(list: string): Promise<string> {
  return (await openSiteDesk()).get('list', list)?.name ?? ''
}

function toRemovals(desk: Desk, list: string, post: PostId): DeskChange[] {
  const id = toItemId(list, post)
  const removal: DeskChange = { kind: 'list-item', id }
  return desk.get('list-note', id) === undefined ? [removal] : [removal, { kind: 'list-note', id }]
}

function toKeptTitle(post: PutPost): string {
  return cutText(toDisplayTitle(post), 200)
}

/** Twelve letters that no other device chooses, and that stand in an address as they are. */
function makeListId(): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567'
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => letters[byte % 32]).join(
    '',
  )
}
