import { rangeSelection, type Selection } from '#core/selection/selection.ts'
import type { SearchQuery } from '../query/search-query.ts'
import type { RootSegment } from '../segment/search-root.ts'
import { narrow, resolveClauses, type ResolvedClause } from './resolve-clauses.ts'
import {
  listCandidates,
  noHits,
  searchSegment,
  toBatch,
  type SegmentHits,
} from './search-segment.ts'
import type { SearchBatch, SearchSource } from './search-source.ts'
import { SegmentReader } from './segment-reader.ts'
import { TermLookUp } from './term-look-up.ts'

/**
 * Yields exactly the posts that match every clause (see `query/search-query.ts`), segment by segment, newest first. A
 * query without clauses matches nothing. All segments are searched at once. Ending the loop early, or firing the
 * source's signal, aborts the requests still in flight.
 * @throws SearchFormatError when a file of the index is damaged; whatever the functions of the source reject with.
 */
export async function* searchArchive(
  query: SearchQuery,
  source: SearchSource,
): AsyncGenerator<SearchBatch> {
  source.signal?.throwIfAborted()
  const abort = new AbortController()
  const giveUp = () => {
    abort.abort(source.signal?.reason)
  }
  source.signal?.addEventListener('abort', giveUp)
  try {
    yield* searchSegments(query, source, abort.signal)
  } finally {
    source.signal?.removeEventListener('abort', giveUp)
    giveUp()
  }
}

async function* searchSegments(
  query: SearchQuery,
  source: SearchSource,
  signal: AbortSignal,
): AsyncGenerator<SearchBatch> {
  const isEmpty = query.clauses.length === 0
  const { rows } = source.root
  const resolved = await resolveClauses(query.clauses, source, rows)
  const allowed = narrow(rangeSelection(0, isEmpty ? 0 : rows), resolved)
  const clauses = resolved.filter(({ kind }) => kind !== 'selection')
  const parts = listParts(source, allowed, signal)
  const guide = toGuide(parts)
  const searches = parts.map((part) => {
    const search = searchPart(part, clauses, guide)
    // Each is awaited in its turn. Until then a failure must not count as an unhandled rejection.
    search.catch(() => undefined)
    return search
  })
  if (parts.length === 0) yield toBatch({ first: 0, rows }, noHits, true)
  for (const [at, { segment }] of parts.entries()) {
    const hits = (await searches[at]) ?? noHits
    signal.throwIfAborted()
    yield toBatch(segment, hits, at === parts.length - 1)
  }
}

/** A segment and its posts that satisfy what does not need the index. */
interface Part {
  segment: RootSegment
  reader: SegmentReader
  /** Ordinals relative to the segment's first post; absent for all posts. */
  candidates: Uint32Array | undefined
}

/** Newest first. */
function listParts(source: SearchSource, allowed: Selection, signal: AbortSignal): Part[] {
  return [...source.root.segments].reverse().map((segment) => ({
    segment,
    reader: new SegmentReader(segment, source, signal),
    candidates: listCandidates(allowed, segment),
  }))
}

/** The largest segment that will be searched. A term that is rare there is probably rare in the other segments too. */
function toGuide(parts: readonly Part[]): TermLookUp | undefined {
  const asked = parts.filter(({ candidates }) => candidates?.length !== 0)
  const [biggest] = [...asked].sort((a, b) => b.segment.rows - a.segment.rows)
  return biggest && new TermLookUp(biggest.reader)
}

async function searchPart(
  { segment, reader, candidates }: Part,
  clauses: readonly ResolvedClause[],
  guide: TermLookUp | undefined,
): Promise<SegmentHits> {
  if (candidates?.length === 0) return noHits
  const isGuide = guide?.segment === segment
  const lookUp = isGuide ? guide : new TermLookUp(reader, guide)
  return await searchSegment(lookUp, { segment, clauses, candidates })
}
