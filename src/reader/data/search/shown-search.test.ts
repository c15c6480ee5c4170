import { QueryClient, queryOptions } from '@tanstack/react-query'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { countSelection } from '#core/selection/selection.ts'
import { parseManifest } from '#contract/manifest.ts'
import { schemaVersion } from '#contract/schema-version.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { foundKey } from './found-key.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import type { FoundPosts } from './found-posts.ts'
import type { SearchListener } from './search-client.ts'
import { ShownSearch } from './shown-search.ts'

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

type Call = SearchListener & { query: string; signal: AbortSignal; end: (error?: Error) => void }

/** A search whose batches the test supplies by hand. */
function makeSearch() {
  const calls: Call[] = []
  const search = {
    search: (_archive: unknown, query: string, options: SearchListener & { signal: AbortSignal }) =>
      new Promise<void>((resolve, reject) => {
        options.signal.addEventListener('abort', () => reject(options.signal.reason as Error))
        const end = (error?: Error) => {
          if (error === undefined) resolve()
          else reject(error)
        }
        calls.push({ ...options, query, end })
      }),
  }
  return { calls, shown: new ShownSearch(search) }
}

function makeClient(withIndex = true) {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Infinity } },
  })
  const search = withIndex ? { search: { root: hash } } : {}
  client.setQueryData(manifestQuery().queryKey, parseManifest({ ...manifest, ...search }))
  return client
}

function give(call: Call | undefined, ordinals: number[], isLast = false) {
  call?.onBatch({
    ordinals: Uint32Array.from(ordinals),
    scores: new Float32Array(ordinals.length),
    isLast,
  })
}

/** Searches as the page does, through the cache. */
const ask = (client: QueryClient, shown: ShownSearch, query: string) =>
  client.fetchQuery(
    queryOptions({
      queryKey: foundKey({ query }),
      queryFn: async () => shown.start(client, { query }),
    }),
  )

const counted = (found: FoundPosts | undefined) => found && countSelection(found.selection)

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

/** Lets pending promises settle without advancing the clock. */
const settle = () => vi.advanceTimersByTimeAsync(0)

describe('the shown search', () => {
  test('is complete at once when it ends soon', async () => {
    const { calls, shown } = makeSearch()
    const client = makeClient()
    const asked = ask(client, shown, 'a')
    await settle()
    give(calls[0], [7, 8])
    await vi.advanceTimersByTimeAsync(20)
    give(calls[0], [1], true)
    calls[0]?.end()
    const found = await asked
    expect([counted(found), found.isComplete]).toEqual([3, true])
  })

  test('shows the newest hits first, then the rest, and invalidates everything computed from them', async () => {
    const { calls, shown } = makeSearch()
    const client = makeClient()
    client.setQueryData(['selection', 'q=a&tag=x'], 'old')
    client.setQueryData(['selection', 'tag=x'], 'other')
    const asked = ask(client, shown, 'a')
    await settle()
    give(calls[0], [8])
    await vi.advanceTimersByTimeAsync(60)
    const first = await asked
    expect([counted(first), first.isComplete]).toEqual([1, false])
    give(calls[0], [3, 4])
    await vi.advanceTimersByTimeAsync(300)
    expect(counted(client.getQueryData(foundKey({ query: 'a' })))).toBe(3)
    expect(client.getQueryState(['selection', 'q=a&tag=x'])?.isInvalidated).toBe(true)
    expect(client.getQueryState(['selection', 'tag=x'])?.isInvalidated).toBe(false)
    give(calls[0], [0], true)
    calls[0]?.end()
    const whole = shown.whenWhole({ query: 'a' })
    await vi.advanceTimersByTimeAsync(10)
    await whole
    const last = client.getQueryData<FoundPosts>(foundKey({ query: 'a' }))
    expect([counted(last), last?.isComplete]).toEqual([4, true])
  })

  test('is cancelled by the next one, and its result is then invalidated', async () => {
    const { calls, shown } = makeSearch()
    const client = makeClient()
    const first = ask(client, shown, 'a')
    await settle()
    give(calls[0], [8])
    await vi.advanceTimersByTimeAsync(60)
    await first
    const second = ask(client, shown, 'ab')
    await settle()
    expect(calls.map(({ signal }) => signal.aborted)).toEqual([true, false])
    expect(client.getQueryState(foundKey({ query: 'a' }))?.isInvalidated).toBe(true)
    calls[1]?.end()
    await expect(second).resolves.toMatchObject({ isComplete: true })
    expect(counted(client.getQueryData(foundKey({ query: 'a' })))).toBe(1)
  })

  test('rejects when it is cancelled before it has found anything', async () => {
    const { shown } = makeSearch()
    const client = makeClient()
    const asked = ask(client, shown, 'a')
    asked.catch(() => undefined)
    await settle()
    shown.cancel(client)
    await expect(asked).rejects.toThrow('abort')
  })

  test('reports a failure along the way and keeps the hits so far', async () => {
    const { calls, shown } = makeSearch()
    const client = makeClient()
    const asked = ask(client, shown, 'a')
    await settle()
    give(calls[0], [8])
    await vi.advanceTimersByTimeAsync(60)
    await asked
    const error = new DataError('offline', 'data/search/x/1.bin', {})
    calls[0]?.end(error)
    await vi.advanceTimersByTimeAsync(10)
    const found = client.getQueryData<FoundPosts>(foundKey({ query: 'a' }))
    expect(found).toMatchObject({ isComplete: false, failure: error })
    expect(counted(found)).toBe(1)
    shown.forget(client, { query: 'a' })
    expect(client.getQueryState(foundKey({ query: 'a' }))?.isInvalidated).toBe(true)
  })

  test('rejects when it fails before it has found anything', async () => {
    const { calls, shown } = makeSearch()
    const client = makeClient()
    const asked = ask(client, shown, 'a')
    asked.catch(() => undefined)
    await settle()
    calls[0]?.end(new DataError('corrupt', 'x', {}))
    await expect(asked).rejects.toThrow('corrupt')
  })

  test('finds nothing in an archive without an index, and runs no search', async () => {
    const { calls, shown } = makeSearch()
    const found = await ask(makeClient(false), shown, 'a')
    expect([counted(found), found.isComplete, found.query]).toEqual([0, true, undefined])
    expect(calls).toEqual([])
  })
})
