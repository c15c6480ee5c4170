import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import type { Snippet } from '#search/query/snippet.ts'
import { fetchRow } from '#reader/data/archive/shard-query.ts'

/** What a post says of a search: the piece of its text that holds the first hit. */
export interface PostPassage {
  ordinal: number
  row: PostSummary
  /** Without marks it is the beginning of the text. */
  piece: Snippet
}

/** The passages of consecutive posts of a list; `listKey` and `start` name them for the cache. */
export const passagesQuery = (
  query: string | undefined,
  { listKey, start, ordinals }: { listKey: string; start: number; ordinals: readonly number[] },
) =>
  queryOptions({
    queryKey: ['passages', listKey, start, ordinals.length],
    queryFn: async ({ client, signal }): Promise<PostPassage[]> => {
      const passages: PostPassage[] = []
      for (const ordinal of ordinals) {
        signal.throwIfAborted()
        const row = await fetchRow(client, ordinal)
        if (row === undefined) continue
        passages.push({ ordinal, row, piece: await findPiece(client, query, { ordinal, row }) })
      }
      return passages
    },
  })

async function findPiece(
  client: QueryClient,
  query: string | undefined,
  { ordinal, row }: { ordinal: number; row: PostSummary },
): Promise<Snippet> {
  const excerpt = row.excerpt ?? ''
  if (query === undefined) return { text: excerpt, marks: [] }
  const { fetchMarks, snippetQuery } = await import('#reader/data/search/hits-query.ts')
  const title = toDisplayTitle(row)
  const { marks, isWhole } = await fetchMarks(client, query, [
    { field: 'title', text: title },
    { field: 'body', text: excerpt },
  ])
  const [inTitle = [], inExcerpt = []] = marks
  if (inExcerpt.length > 0) return { text: excerpt, marks: inExcerpt }
  const snippet = isWhole ? undefined : await client.fetchQuery(snippetQuery(query, ordinal))
  if (snippet !== undefined && snippet.marks.length > 0) return snippet
  return inTitle.length > 0 ? { text: title, marks: inTitle } : { text: excerpt, marks: [] }
}
