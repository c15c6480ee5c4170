import 'fake-indexeddb/auto'
import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { toFileHash } from '#contract/file-names.ts'
import { parseManifest } from '#contract/manifest.ts'
import { schemaVersion } from '#contract/schema-version.ts'
import { parsePostId, type PostId } from '#core/post/post-id.ts'
import { rangeSelection } from '#core/selection/selection.ts'
import { openFilter } from '#core/selection/timeline-filter.ts'
import { shardQuery } from '#reader/data/archive/shard-query.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { clockCalendarQuery } from '#reader/data/clock/clock-query.ts'
import { selectionQuery } from './filter-query.ts'
import { deskNews, undoNews } from '#reader/data/desk/desk-news.ts'
import { markAbove } from './mark-above.ts'
import { openSiteDesk } from '#reader/data/desk/site-desk.ts'

function toId(text: string): PostId {
  const id = parsePostId(text)
  if (id === undefined) throw new Error(text)
  return id
}

const ids = [1, 2, 3, 4].map((day) => toId(`2020-01-0${day}-abcdefgh`))

function makeClient(): QueryClient {
  const client = new QueryClient()
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
  for (const sort of ['newest', 'oldest'] as const) {
    const filter = { ...openFilter, sort }
    client.setQueryData(selectionQuery(filter).queryKey, rangeSelection(0, 4))
    client.setQueryData(clockCalendarQuery(filter).queryKey, { timeZone: 'UTC', days: [] })
  }
  return client
}

test.each([
  ['newest', 1, [2, 3]],
  ['oldest', 2, [0, 1]],
  ['newest', 3, []],
] as const)(
  '%s first, the posts above number %i are marked, and unmarked',
  async (sort, top, marked) => {
    const desk = await openSiteDesk()
    await markAbove(makeClient(), { ...openFilter, sort }, top)
    expect(
      desk
        .list('mark')
        .map(({ id }) => ids.indexOf(toId(id)))
        .toSorted((one, other) => one - other),
    ).toEqual(marked)
    const news = deskNews.read()
    expect(news).toMatchObject({ kind: 'marked', posts: marked.length, skipped: 0 })
    if (news !== undefined && 'undo' in news) await undoNews(news)
    expect(desk.list('mark')).toEqual([])
  },
)
