// In place of `data/search-worker/search-index.ts`: a lifeboat has no index, its texts are looked through.
import { selectNamedDays } from '#reader/data/search-worker/named-days.ts'
import { FacetPosts } from '#reader/data/search-worker/facet-posts.ts'
import type { AskedQuery } from '#reader/data/search-worker/asked-query.ts'
import type { SearchedArchive } from '#reader/data/search-worker/search-messages.ts'
import type { SearchBatch } from '#search/engine/search-source.ts'
import { searchScanned } from '#search/scan/search-scanned.ts'
import { readTexts, type ReadTexts } from './read-texts.ts'

/** The texts of the file, in the search worker: all are read when somebody is about to search. */
export class SearchIndex {
  readonly #facets: FacetPosts
  #texts: Promise<ReadTexts>

  constructor(archive: SearchedArchive) {
    this.#facets = new FacetPosts(archive)
    this.#texts = readTexts()
    // Whoever searches is told.
    this.#texts.catch(() => undefined)
  }

  /**
   * Yields the hits of a query, the newest part of the archive first.
   * @throws DataError when posts could not be read, after the hits in all others; the signal's reason when it fires.
   */
  async *search({ query, days, signal }: AskedQuery): AsyncGenerator<SearchBatch> {
    const { texts, failure } = await this.#texts
    signal.throwIfAborted()
    const source = {
      texts,
      signal,
      selectionOf: (field: Parameters<FacetPosts['find']>[0], value: string) =>
        this.#facets.find(field, value, signal),
      daysOf: (wanted: Parameters<typeof selectNamedDays>[1]) =>
        Promise.resolve(selectNamedDays(days, wanted)),
    }
    for await (const batch of searchScanned(query, source)) {
      yield failure === undefined ? batch : { ...batch, isLast: false }
    }
    if (failure !== undefined) throw failure
  }
}
