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
export type ListItem = DeskValues['list-item'] & { post: PostId }

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
    if (post !== undefined && value !== undefined) items.push({ ...value, post })
  }
  return items.sort((one, other) => one.order - other.order || (one.post < other.post ? -1 : 1))
}

/** Id of the entry that says that a post is on a list. */
export function toItemId(list: string, post: PostId): string {
  return `${list} ${post}`
}
