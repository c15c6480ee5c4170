import type { SearchQuery } from '#search/query/search-query.ts'
import { foldPost, matchesQuery } from '#search/testing/search-oracle.ts'
import { listPairs, PairFilter } from './pair-filter.ts'
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
  const pairs = queries.map(listPairs)
  const filter = new PairFilter()
  let foldedBytes = 0
  for await (const row of rows) {
    const folded = foldPost(row)
    foldedBytes += Buffer.byteLength(folded.title) + Buffer.byteLength(folded.body)
    filter.fill(folded.title, folded.body)
    for (const [at, query] of queries.entries()) {
      const wanted = pairs[at]
      if (wanted !== undefined && !filter.mayHold(wanted)) continue
      if (matchesQuery(query, folded)) matches[at]?.push(row.ordinal)
    }
  }
  return { matches, foldedBytes }
}
