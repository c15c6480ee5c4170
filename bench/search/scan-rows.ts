import type { SearchQuery } from '../../src/search/query/search-query.ts'
import { foldPost, matchesQuery, toSkeleton } from '../../src/search/testing/search-oracle.ts'
import type { Truth } from './search-rows.ts'
import type { RowText } from './site-rows.ts'

/** Looks at every text once, for all queries together. The queries here name no facets. */
export async function scanRows(
  rows: AsyncIterable<RowText>,
  queries: readonly SearchQuery[],
): Promise<Truth> {
  const expected: number[][] = queries.map(() => [])
  const phrases = queries.map(listPhrases)
  let foldedBytes = 0
  for await (const row of rows) {
    const folded = foldPost(row)
    const { title, body } = folded.skeletons
    foldedBytes += Buffer.byteLength(folded.title) + Buffer.byteLength(folded.body)
    for (const [at, query] of queries.entries()) {
      // Quicker than the oracle by far, and most texts hold no phrase of most queries.
      const mayMatch = phrases[at]?.every(
        (phrase) => body.includes(phrase) || title.includes(phrase),
      )
      if (mayMatch && matchesQuery(query, folded)) expected[at]?.push(row.ordinal)
    }
  }
  return { expected, foldedBytes }
}

/** What must stand in the skeletons of every hit. */
function listPhrases({ clauses }: SearchQuery): string[] {
  return clauses.flatMap((clause) =>
    clause.kind === 'text' && !clause.isExcluded ? [toSkeleton(clause.phrase)] : [],
  )
}
