import type { QueryClient } from '@tanstack/react-query'
import type { ListFormat } from '#article/reference/list-format.ts'
import { toReference, type ReferenceContext } from '#article/reference/reference.ts'
import { toManifestPrint } from '#contract/signing/public-key.ts'
import { toOrdinals } from '#core/selection/selection.ts'
import { isRanked, type TimelineFilter } from '#core/selection/timeline-filter.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { readPosts } from '#reader/data/archive/read-posts.ts'
import { rankedQuery, selectionQuery } from '#reader/data/filter/filter-query.ts'
import { workBudget } from '#reader/data/scheduling/work-budget.ts'
import { postPath, toSharedAddress } from '#reader/links/paths.ts'

/** How far the writing of a list is. */
export interface ListProgress {
  written: number
  total: number
}

interface WriteOptions {
  filter: TimelineFilter
  format: ListFormat
  signal: AbortSignal
  onProgress: (progress: ListProgress) => void
}

/** Text that is handed to the browser in one piece, in code units: it keeps large ones on the disk. */
const pieceSize = 1 << 20
const progressEvery = 50

/**
 * Writes the posts of a list to a file in memory, in the list's order by publication or by match.
 * @throws DataError when a file could not be loaded; the signal's reason when it fires.
 */
export async function writeList(client: QueryClient, options: WriteOptions): Promise<Blob> {
  const { filter, format, signal, onProgress } = options
  const manifest = await client.ensureQueryData(manifestQuery())
  const context: ReferenceContext = {
    archiveTitle: manifest.title,
    accessed: new Date().toISOString().slice(0, 10),
    keyPrint: toManifestPrint(manifest),
    toAddress: (id) => toSharedAddress(postPath(id), manifest.address),
  }
  const ordinals = await toListedOrdinals(client, filter)
  const total = ordinals.length
  const pieces: Blob[] = []
  let text = format.head?.(context) ?? ''
  let written = 0
  onProgress({ written, total })
  for await (const { summary, own } of readPosts(client, ordinals, signal)) {
    text +=
      (written > 0 ? format.separator : '') +
      format.entry(toReference(summary, own, context), context)
    written++
    if (text.length >= pieceSize) {
      pieces.push(new Blob([text]))
      text = ''
    }
    if (written % progressEvery === 0) onProgress({ written, total })
    await workBudget.rest()
    signal.throwIfAborted()
  }
  onProgress({ written, total })
  return new Blob([...pieces, text, format.tail], { type: format.contentType })
}

/** Ordinals of the posts of a list, in its order. */
export async function toListedOrdinals(
  client: QueryClient,
  filter: TimelineFilter,
): Promise<Uint32Array> {
  // A search that still runs has found a part of its posts only: this waits for all.
  const ranked =
    filter.query === undefined && filter.sort !== 'own'
      ? undefined
      : await client.fetchQuery(rankedQuery(filter))
  if (isRanked(filter.sort) && ranked !== undefined) return ranked
  const ordinals = toOrdinals(await client.fetchQuery(selectionQuery(filter)))
  return filter.sort === 'oldest' ? ordinals : ordinals.slice().reverse()
}
