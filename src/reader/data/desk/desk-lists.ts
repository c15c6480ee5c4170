import { parsePostId, type PostId } from '#core/post/post-id.ts'
import type { Desk } from '#reader/storage/desk/desk.ts'
import type { DeskValues } from '#reader/storage/desk/desk-entry.ts'

/** A list that somebody named. */
export interface DeskList {
  id: string
  name: string
  /** How many posts are on it, also those that this archive does not have. */
  posts: number
}

/** A post on a list. */
export type ListItem = DeskValues['list-item'] & {
  post: PostId
  /** What is noted to it. */
  noted?: string | undefined
}

/** All lists of a desk, by their names. */
export function listDeskLists(desk: Desk): DeskList[] {
  const counts = new Map<string, number>()
  for (const { id } of desk.list('list-item')) {
    const [list = ''] = id.split(' ', 1)
    counts.set(list, (counts.get(list) ?? 0) + 1)
  }
  return desk
    .list('list')
    .map(({ id, value }) => ({ id, name: value?.name ?? '', posts: counts.get(id) ?? 0 }))
    .sort((one, other) => (toSortText(one) < toSortText(other) ? -1 : 1))
}

function toSortText({ name, id }: DeskList): string {
  return `${name} ${id}`
}

/** The posts on a list, in its order. What is no post's id is left out: another program may have written it. */
export function listItems(desk: Desk, list: string): ListItem[] {
  const start = `${list} `
  const items: ListItem[] = []
  for (const { id, value } of desk.list('list-item')) {
    const post = id.startsWith(start) ? parsePostId(id.slice(start.length)) : undefined
    if (post === undefined || value === undefined) continue
    items.push({ ...value, post, noted: readNote(desk, list, post) })
  }
  return items.sort((one, other) => one.order - other.order || (one.post < other.post ? -1 : 1))
}

/** The note to a post on a list; `undefined` where there is none. */
export function readNote(desk: Desk, list: string, post: PostId): string | undefined {
  const id = toItemId(list, post)
  const item = desk.get('list-item', id)
  if (item === undefined) return undefined
  const text = desk.get('list-note', id)?.text ?? item.note
  return text === '' ? undefined : text
}

/** Id of the entry that says that a post is on a list, and of the one with the note to it. */
export function toItemId(list: string, post: PostId): string {
  return `${list} ${post}`
}
