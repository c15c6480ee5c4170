import { SearchFormatError } from '#search/bytes/search-format-error.ts'
import { searchArchive } from '#search/engine/search-archive.ts'
import type { SearchQuery } from '#search/query/search-query.ts'
import { openSearchSource } from '../built-site/search-source.ts'
import { toDamagedIndex, type SiteFiles } from '../built-site/site-files.ts'
import type { ListOrderName } from './list-order-name.ts'

/**
 * Ordinals of the posts that match a query, or of all, in an order; every version of them.
 * @throws BuildError when the site has no index, or a file is missing or damaged.
 */
export async function listOrdinals(
  site: SiteFiles,
  query: SearchQuery | undefined,
  order: ListOrderName,
): Promise<Iterable<number>> {
  const { rows } = site.manifest.timeline
  if (query === undefined) return countFrom(rows, order)
  const found: { ordinal: number; score: number }[] = []
  try {
    for await (const { ordinals, scores } of searchArchive(query, await openSearchSource(site))) {
      for (const [at, ordinal] of ordinals.entries()) {
        found.push({ ordinal, score: order === 'best' ? (scores[at] ?? 0) : 0 })
      }
    }
  } catch (error) {
    throw error instanceof SearchFormatError ? toDamagedIndex(error) : error
  }
  const sign = order === 'oldest' ? -1 : 1
  found.sort((a, b) => b.score - a.score || sign * (b.ordinal - a.ordinal))
  return found.map(({ ordinal }) => ordinal)
}

/** Without a query nothing matches better than anything else: `best` is the newest first. */
function* countFrom(rows: number, order: ListOrderName): Generator<number> {
  for (let at = 0; at < rows; at++) yield order === 'oldest' ? at : rows - 1 - at
}
