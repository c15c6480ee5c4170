import { queryOptions } from '@tanstack/react-query'
import { toColumnSpans, type ColumnPlace, type ColumnSpan } from '#contract/column/column-place.ts'
import { ContractError } from '#contract/contract-error.ts'
import { dataPath } from '#contract/file-names.ts'
import type { ValueColumn } from '#core/column/value-column.ts'
import type { FacetName } from '#core/facet/facet.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { fetchBytes, type FetchOptions } from '#reader/data/files/fetch-file.ts'
import { workBudget } from '#reader/data/scheduling/work-budget.ts'

/** The column of a facet, in parts by ordinal; empty when the archive does not have the facet. */
export const columnQuery = (facet: FacetName) =>
  queryOptions({
    queryKey: ['column', facet],
    queryFn: async ({ client, signal }): Promise<readonly ValueColumn[]> => {
      const { facets, timeline } = await client.ensureQueryData(manifestQuery())
      const column = facets.find((entry) => entry.facet === facet)?.column ?? []
      const parts = toColumnSpans(column, timeline.rows)
      return Promise.all(parts.map((part) => fetchColumn(part, { signal })))
    },
  })

/**
 * Fetches one part of a column. Reading a large one goes in slices.
 * @throws DataError as `fetchBytes`, and `contract` when it is no column of these posts.
 */
async function fetchColumn(
  { file: hash, ...span }: ColumnPlace[number] & ColumnSpan,
  options: FetchOptions,
): Promise<ValueColumn> {
  const path = dataPath('columns', hash)
  // Asked for together: no list waits for counts, so their code is no part of the first script.
  const [bytes, { readColumn }] = await Promise.all([
    fetchBytes(path, { ...options, hash }),
    import('#contract/column/column-file.ts'),
  ])
  try {
    return await workBudget.run(readColumn(bytes, span))
  } catch (cause) {
    if (!(cause instanceof ContractError)) throw cause
    // Without a secure context no hash was checked: the broken copy may come from the cache.
    if (options.cache !== 'reload') {
      return fetchColumn({ file: hash, ...span }, { ...options, cache: 'reload' })
    }
    throw new DataError('contract', path, { cause })
  }
}
