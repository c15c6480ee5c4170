import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { parseSharedList } from '#core/selection/shared-list.ts'
import type { Selection } from '#core/selection/selection.ts'
import { findPostsById } from '#reader/data/archive/find-posts.ts'

/** Most lists of one address that have posts. */
const mostLists = 3

/** The posts of a list that an address carries, and what of it is not here. Nothing of it is kept, and no desk is opened for it. */
export const sharedPostsQuery = (value: string) =>
  queryOptions({
    queryKey: ['shared-posts', value],
    queryFn: async ({ client }) => {
      const list = parseSharedList(value)
      const { selection, posts, unknown } = await findPostsById(client, list.ids)
      const placed = list.ids.flatMap((id) => posts.get(id) ?? [])
      return {
        ...list,
        selection,
        /** In the order of the link. */
        ordinals: Uint32Array.from(placed, ({ ordinal }) => ordinal),
        /** In that order, too; those that the archive does not have by their ids alone. */
        posts: list.ids.map((id) => posts.get(id)?.summary ?? { id }),
        missing: unknown,
      }
    },
  })

/** The posts of lists that an address carries. */
export async function selectShared(
  client: QueryClient,
  values: readonly string[],
): Promise<ReadonlyMap<string, Selection>> {
  const found = values.slice(0, mostLists).map(async (value): Promise<[string, Selection]> => {
    const { selection } = await client.ensureQueryData(sharedPostsQuery(value))
    return [value, selection]
  })
  return new Map(await Promise.all(found))
}
