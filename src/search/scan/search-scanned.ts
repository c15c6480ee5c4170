import { rangeSelection } from '#core/selection/selection.ts'
import { narrow, resolveClauses } from '../engine/resolve-clauses.ts'
import { listCandidates, noHits, searchSegment, toBatch } from '../engine/search-segment.ts'
import type { KnownPosts, SearchBatch } from '../engine/search-source.ts'
import type { SearchQuery } from '../query/search-query.ts'
import { ScannedTerms } from './scanned-terms.ts'
import type { ScannedTexts } from './scanned-texts.ts'
import { Slices, type Pause } from './slices.ts'

/** What a search without an index reads. */
export interface ScannedSource extends KnownPosts {
  texts: ScannedTexts
  /** Ends the search. */
  signal?: AbortSignal
  /** How the search lets other work run every few milliseconds; by a message to itself when absent. */
  pause?: Pause
}

/**
 * Yields the same batches as `searchArchive` does of an index of the same texts, with the same scores, by looking through
 * the texts. Texts that are added while it runs may be left out.
 * @throws the signal's reason when it fires; whatever the functions of the source reject with.
 */
export async function* searchScanned(
  query: SearchQuery,
  source: ScannedSource,
): AsyncGenerator<SearchBatch> {
  source.signal?.throwIfAborted()
  const { texts } = source
  const resolved = await resolveClauses(query.clauses, source, texts.rows)
  source.signal?.throwIfAborted()
  const allowed = narrow(rangeSelection(0, query.clauses.length === 0 ? 0 : texts.rows), resolved)
  const clauses = resolved.filter(({ kind }) => kind !== 'selection')
  const slices = new Slices(source)
  const segments = [...texts.segments].reverse()
  if (segments.length === 0) yield toBatch({ first: 0, rows: 0 }, noHits, true)
  for (const [at, segment] of segments.entries()) {
    const candidates = listCandidates(allowed, segment)
    const posts = texts.list(segment)
    const terms = new ScannedTerms(posts, texts.clusters, slices)
    const hits =
      candidates?.length === 0
        ? noHits
        : await searchSegment(terms, { segment, clauses, candidates })
    yield toBatch(segment, hits, at === segments.length - 1)
  }
}
