import type { SearchQuery } from '#search/query/search-query.ts'
import { foldPost, matchesQuery } from '#search/testing/search-oracle.ts'
import type { RowText } from './site-rows.ts'

/** What is there, found without any index. */
export interface BruteForce {
  /** Right ordinals of each query, ascending. */
  matches: number[][]
  /** UTF-8 bytes of all folded titles and bodies. */
  foldedBytes: number
}

/** Looks at every text once, for all queries together. Facets are not looked at: the queries here name none. */
export async function scanRows(
  rows: AsyncIterable<RowText>,
  queries: readonly SearchQuery[],
): Promise<BruteForce> {
  const matches: number[][] = queries.map(() => [])
  let foldedBytes = 0
  for await (const row of rows) {
    const folded = foldPost(row)
    foldedBytes += Buffer.byteLength(folded.title) + Buffer.byteLength(folded.body)
    for (const [at, query] of queries.entries()) {
      if (matchesQuery(query, folded)) matches[at]?.push(row.ordinal)
    }
  }
  return { matches, foldedBytes }
}
