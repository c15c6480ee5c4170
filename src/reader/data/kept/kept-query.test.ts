import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { makeKeptSite } from '#reader/testing/make-kept-site.ts'
import { MemoryCaches } from '#reader/testing/memory-caches.ts'
import { keepBuild } from './keep-build.ts'
import { planQuery } from './kept-query.ts'

let client: QueryClient
let asked: string[]

beforeEach(async () => {
  const site = await makeKeptSite(['gulls', 'tides', 'fog', 'tea'], 'AAAAAAAA')
  client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } })
  client.setQueryData(manifestQuery().queryKey, site.manifest)
  asked = []
  vi.stubGlobal('caches', new MemoryCaches())
  vi.stubGlobal('navigator', { serviceWorker: {} })
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address.slice(1))
    const bytes = site.files.get(address.slice(1))
    return Promise.resolve(new Response(bytes, { status: bytes === undefined ? 404 : 200 }))
  })
})

afterEach(() => vi.unstubAllGlobals())

const plan = (query: string) => client.fetchQuery(planQuery(query))

async function keep(...lists: string[]) {
  await keepBuild(client, { lists, read: [] }, { signal: new AbortController().signal })
}

test('A12 nothing of a list is fetched before somebody agrees to keep it', async () => {
  expect(await plan('')).toMatchObject({ posts: 4 })
  expect(asked.filter((path) => /^data\/(?:timeline|bodies)\//.test(path))).toEqual([])
})

test('what another list has kept is not counted once more', async () => {
  const { bytes } = await plan('')
  await keep('from=2020-01-03')
  const { bytes: rest } = await plan('')
  await keep('from=2020-01-03', '')
  expect(rest).toBeGreaterThan(0)
  expect(rest).toBeLessThan(bytes)
  expect(await plan('year=2020')).toEqual({ posts: 4, bytes: 0 })
})
