import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { marksKey } from './found-key.ts'
import { bodyQuery } from '#reader/data/archive/body-query.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { ConcurrencyLimit } from '#reader/data/scheduling/concurrency-limit.ts'
import { searchClient } from './search.ts'
import type { MarkedField, SearchedArchive } from '#reader/data/search-worker/search-messages.ts'
import type { TextRange } from '#search/query/find-matches.ts'
import type { Snippet } from '#search/query/snippet.ts'
import { toSearchedArchive } from './shown-search.ts'

/** Debounce: articles are fetched once scrolling has paused for this long, so that rows scrolled past cost nothing. */
const stillMs = 60
/** Longest snippet of an article that replaces a row's excerpt. */
const snippetCharacters = 160

const bodyLimit = new ConcurrencyLimit(2)

/** Hits in texts, one list per text. `isWhole` when the post's body cannot contain any more. */
export interface TextMarks {
  marks: readonly (readonly TextRange[])[]
  isWhole: boolean
}

/** The hits in the texts that a row shows of a post. */
export const marksQuery = (query: string, ordinal: number, fields: readonly MarkedField[]) =>
  queryOptions({
    queryKey: marksKey(query, ordinal),
    queryFn: async ({ client }) => fetchMarks(client, query, fields),
  })

/** Finds the hits in texts of one post, as they are displayed. */
export async function fetchMarks(
  client: QueryClient,
  query: string,
  fields: readonly MarkedField[],
): Promise<TextMarks> {
  const archive = await findArchive(client)
  if (archive === undefined) return { marks: [], isWhole: true }
  return searchClient.mark(archive, query, fields)
}

/** A snippet of a post's body around the hits; without marks when the body has none. */
export const snippetQuery = (query: string, ordinal: number) =>
  queryOptions({
    queryKey: ['snippet', query, ordinal],
    queryFn: async ({ client, signal }): Promise<Snippet> => {
      await settle(client, signal)
      const fetchBody = () => client.ensureQueryData(bodyQuery(ordinal))
      const { parts } = await bodyLimit.run(fetchBody, signal)
      return fetchSnippet(client, query, parts)
    },
    // A row without a snippet still has its excerpt.
    retry: false,
  })

/** Cuts a snippet of an article around the hits, as it stands in a row. */
export async function fetchSnippet(
  client: QueryClient,
  query: string,
  parts: readonly string[],
): Promise<Snippet> {
  const archive = await findArchive(client)
  if (archive === undefined) return { text: '', marks: [] }
  return searchClient.snippet(archive, { query, parts, characters: snippetCharacters })
}

async function findArchive(client: QueryClient): Promise<SearchedArchive | undefined> {
  return toSearchedArchive(await client.ensureQueryData(manifestQuery()))
}

/** Waits until scrolling has stopped and the rows are loaded. */
async function settle(client: QueryClient, signal: AbortSignal): Promise<void> {
  let place: number
  do {
    place = window.scrollY
    await new Promise((resolve) => {
      setTimeout(resolve, stillMs)
    })
    signal.throwIfAborted()
  } while (window.scrollY !== place || client.isFetching({ queryKey: ['shard'] }) > 0)
}
