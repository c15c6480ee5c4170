import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { parseManifest } from '#contract/manifest.ts'
import { schemaVersion } from '#contract/schema-version.ts'
import { rangeSelection } from '#core/selection/selection.ts'
import { parseTimelineFilter } from '#core/selection/timeline-filter.ts'
import { selectionQuery } from '#reader/data/filter/filter-query.ts'
import { shardQuery } from '#reader/data/archive/shard-query.ts'
import { calendarQuery, manifestQuery } from '#reader/data/archive/site-queries.ts'
import { clockCalendarQuery } from '#reader/data/clock/clock-query.ts'
import { hasTimeline, loadTimeline } from './load-timeline.ts'

const hash = 'aaaaaaaaaaaaaaaaaaaaaaaaaa'
const manifest = {
  schemaVersion,
  buildId: hash,
  title: 'x',
  timeZone: 'UTC',
  languages: [],
  counts: { files: 9, posts: 9, copies: 0, versions: 0, unreadable: 0, problems: 0 },
  timeline: { rows: 9, rowsPerShard: 16, shardsPerDirectory: 512, directories: [], tail: [hash] },
  opening: hash,
  facets: [],
  permalinks: [],
  report: hash,
}

test.each([
  ['the same filter', '?tag=tea', true],
  ['the same filter in the reverse order', '?tag=tea&sort=oldest', true],
  ['another filter', '?tag=tea&kind=video', false],
  ['no filter', '', false],
])('a timeline shown before needs no loader: %s', (_, search, expected) => {
  const client = new QueryClient()
  const filter = parseTimelineFilter(new URLSearchParams('tag=tea'))
  client.setQueryData(manifestQuery().queryKey, parseManifest(manifest))
  client.setQueryData(clockCalendarQuery(filter).queryKey, { timeZone: 'UTC', days: [] })
  client.setQueryData(selectionQuery(filter).queryKey, rangeSelection(0, 9))
  expect(hasTimeline(client, new URL(`https://archive.example/${search}`))).toBe(expected)
})

function startLoading(client: QueryClient, search: string): { isDone: boolean } {
  const filter = parseTimelineFilter(new URLSearchParams(search))
  client.setQueryDefaults([], { staleTime: Infinity })
  client.setQueryData(manifestQuery().queryKey, parseManifest(manifest))
  client.setQueryData([...calendarQuery().queryKey], { days: [] })
  client.setQueryData(selectionQuery(filter).queryKey, rangeSelection(0, 9))
  const state = { isDone: false }
  const url = new URL(`https://archive.example/?${search}`)
  void Promise.resolve(loadTimeline(client)({ url, params: {} })).then(() => {
    state.isDone = true
  })
  return state
}

describe('the first visible rows', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('window', { innerHeight: 900 })
    vi.stubGlobal('fetch', () => new Promise(() => undefined))
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  test('do not delay a search when they are cached', async () => {
    const client = new QueryClient()
    client.setQueryData([...shardQuery(0).queryKey], { firstOrdinal: 0 })
    const loading = startLoading(client, 'q=ferry')
    await vi.advanceTimersByTimeAsync(0)
    expect(loading.isDone).toBe(true)
  })

  test('never delay a filter', async () => {
    const loading = startLoading(new QueryClient(), 'tag=tea')
    await vi.advanceTimersByTimeAsync(0)
    expect(loading.isDone).toBe(true)
  })

  test('of a new search delay its list for 50 ms at most', async () => {
    const loading = startLoading(new QueryClient(), 'q=ferry')
    await vi.advanceTimersByTimeAsync(49)
    expect(loading.isDone).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(loading.isDone).toBe(true)
  })
})
