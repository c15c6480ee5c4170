import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { toFileHash } from '#contract/file-names.ts'
import { parseManifest } from '#contract/manifest.ts'
import { schemaVersion } from '#contract/schema-version.ts'
import { toPostId } from '#core/post/post-id.ts'
import { formatSharedList } from '#core/selection/shared-list.ts'
import { emptySelection, toOrdinals } from '#core/selection/selection.ts'
import { parseTimelineFilter } from '#core/selection/timeline-filter.ts'
import { shardQuery } from '#reader/data/archive/shard-query.ts'
import { manifestQuery, openingQuery } from '#reader/data/archive/site-queries.ts'
import { rankedQuery, selectionQuery } from '#reader/data/filter/filter-query.ts'
import { sharedPostsQuery } from './shared-posts.ts'

const ids = [1, 2, 3, 4].map((day) => toPostId(`2020-01-0${day}`, 'abcdefgh'))
const [first, second, , last] = ids
const gone = toPostId('2020-01-02', 'bbbbbbbb')

function makeClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Infinity } },
  })
  const hash = toFileHash(new Uint8Array(32))
  const manifest = parseManifest({
    schemaVersion,
    buildId: hash,
    title: 'Harbour news',
    timeZone: 'UTC',
    languages: [],
    counts: { files: 4, posts: 4, copies: 0, versions: 0, unreadable: 0, problems: 0 },
    timeline: { rows: 4, rowsPerShard: 4, shardsPerDirectory: 2, directories: [], tail: [hash] },
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

function toFilter(value: string, rest = '') {
  const params = new URLSearchParams([['ids', value]])
  return parseTimelineFilter(new URLSearchParams(`${params.toString()}&sort=own${rest}`))
}

test('a link gives its posts in its order, narrowed like any list, and names what is not here', async () => {
  const client = makeClient()
  const value = formatSharedList(
    'Storms',
    [last, gone, first, second].filter((id) => id !== undefined),
  )
  const filter = toFilter(value)
  expect([...toOrdinals(await client.fetchQuery(selectionQuery(filter)))]).toEqual([0, 1, 3])
  expect([...(await client.fetchQuery(rankedQuery(filter)))]).toEqual([3, 0, 1])
  const narrowed = toFilter(value, '&from=2020-01-02')
  expect([...(await client.fetchQuery(rankedQuery(narrowed)))]).toEqual([3, 1])
  const { title, missing, posts } = await client.fetchQuery(sharedPostsQuery(value))
  expect({ title, missing }).toEqual({ title: 'Storms', missing: [gone] })
  expect(posts.map(({ id }) => id)).toEqual([last, gone, first, second])
})

test('of many links in one address the first three have posts', async () => {
  const client = makeClient()
  const params = new URLSearchParams(ids.map((id) => ['ids', formatSharedList('', [id])]))
  const filter = parseTimelineFilter(params)
  expect([...toOrdinals(await client.fetchQuery(selectionQuery(filter)))]).toEqual([0, 1, 2])
})
