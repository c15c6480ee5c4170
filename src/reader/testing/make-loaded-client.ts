import { QueryClient } from '@tanstack/react-query'
import { toFileHash } from '#contract/file-names.ts'
import { parseManifest } from '#contract/manifest.ts'
import { schemaVersion } from '#contract/schema-version.ts'
import type { PostId } from '#core/post/post-id.ts'
import { emptySelection } from '#core/selection/selection.ts'
import { shardQuery } from '#reader/data/archive/shard-query.ts'
import { manifestQuery, openingQuery } from '#reader/data/archive/site-queries.ts'

/** A client that has loaded an archive of one shard, with a post of each id, the oldest first. */
export function makeLoadedClient(ids: readonly PostId[]): QueryClient {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Infinity } },
  })
  const hash = toFileHash(new Uint8Array(32))
  const rows = ids.length
  const manifest = parseManifest({
    schemaVersion,
    buildId: hash,
    title: 'Harbour news',
    timeZone: 'UTC',
    languages: [],
    counts: { files: rows, posts: rows, copies: 0, versions: 0, unreadable: 0, problems: 0 },
    timeline: { rows, rowsPerShard: rows, shardsPerDirectory: 2, directories: [], tail: [hash] },
    opening: hash,
    facets: [],
    permalinks: [],
    report: hash,
  })
  client.setQueryData(manifestQuery().queryKey, manifest)
  const days = ids.map((id, start) => ({ day: id.slice(0, 10), start, end: start + 1 }))
  client.setQueryData(openingQuery().queryKey, {
    calendar: { timeZone: 'UTC', days },
    superseded: emptySelection,
    newest: [],
  })
  client.setQueryData(shardQuery(0).queryKey, {
    firstOrdinal: 0,
    rows: ids.map((id) => ({
      id,
      tags: [],
      collection: 'society',
      kind: 'article' as const,
      length: { count: 1, unit: 'words' as const },
    })),
    packs: [],
  })
  return client
}
