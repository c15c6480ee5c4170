import { queryOptions } from '@tanstack/react-query'
import type { PostId } from '#core/post/post-id.ts'
import { deskNews, sayTrouble } from './desk-news.ts'
import { toItemId } from './desk-lists.ts'
import { deskPostsQuery, listPostsQuery } from './select-desk-posts.ts'
import { openSiteDesk } from './site-desk.ts'

/** A saved post that this archive does not have. */
export interface MissingSaved {
  id: PostId
  /** As it was when it was saved; absent = nobody kept it. */
  title?: string | undefined
}

/** The saved posts that this archive does not have, newest first. Its key has it found anew when the desk changes. */
export const missingSavedQuery = () =>
  queryOptions({
    queryKey: ['missing-saved', 'saved='],
    queryFn: async ({ client }): Promise<MissingSaved[]> => {
      const { missing } = await client.ensureQueryData(deskPostsQuery('saved'))
      const desk = await openSiteDesk()
      return [...missing]
        .sort((one, other) => (one > other ? -1 : 1))
        .map((id) => ({ id, title: desk.get('saved', id)?.title }))
    },
    // An archive that is updated may have them again.
    gcTime: 0,
  })

/** The posts on a list that this archive does not have, in its order. */
export const missingListedQuery = (list: string) =>
  queryOptions({
    queryKey: ['missing-saved', `saved=${list}`],
    queryFn: async ({ client }): Promise<MissingSaved[]> => {
      const { missing } = await client.ensureQueryData(listPostsQuery(list))
      const desk = await openSiteDesk()
      return missing.map((id) => ({ id, title: desk.get('list-item', toItemId(list, id))?.title }))
    },
    gcTime: 0,
  })

/** Takes away the stars of posts; it can be undone. */
export async function unsavePosts(posts: readonly MissingSaved[]): Promise<void> {
  const desk = await openSiteDesk()
  const { undo, stored } = desk.change(posts.map(({ id }) => ({ kind: 'saved', id })))
  deskNews.write({ kind: 'unsaved', posts: posts.length, undo })
  await stored
  sayTrouble(desk.tellTrouble())
}
