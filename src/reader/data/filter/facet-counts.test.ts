import { QueryClient } from '@tanstack/react-query'
import * as fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { toColumnBytes } from '#contract/column/column-writer.ts'
import type { FacetDictionary } from '#contract/facet-dictionary.ts'
import { dataPath, toFileHash, type DataKind, type FileHash } from '#contract/file-names.ts'
import { parseManifest } from '#contract/manifest.ts'
import { schemaVersion } from '#contract/schema-version.ts'
import { toSelectionBytes } from '#contract/selection-writer.ts'
import { listSelection } from '#core/selection/selection.ts'
import { parseTimelineFilter, type TimelineFilter } from '#core/selection/timeline-filter.ts'
import { manifestQuery, openingQuery } from '#reader/data/archive/site-queries.ts'
import { foundKey } from '#reader/data/search/found-key.ts'
import { facetCountsQuery } from './facet-counts.ts'

interface TestPost {
  tags: string[]
  kind: string
  /** Days are in order: a post is on the day of the one before or on the next. */
  isNextDay: boolean
  isOlderVersion: boolean
  isFound: boolean
}

const tags = ['tea', '茶', '__proto__', 'sea wall']

const post: fc.Arbitrary<TestPost> = fc.record({
  tags: fc.subarray(tags),
  kind: fc.constantFrom('article', 'video'),
  isNextDay: fc.boolean(),
  isOlderVersion: fc.boolean(),
  isFound: fc.boolean(),
})

const filters = fc
  .record({
    tag: fc.subarray([...tags, 'gone']),
    'not-tag': fc.subarray(tags),
    kind: fc.subarray(['article', 'video']),
    versions: fc.constantFrom([], ['all']),
    q: fc.constantFrom([], ['words']),
    from: fc.constantFrom([], ['2020-01-03']),
    to: fc.constantFrom([], ['2020-01-06']),
  })
  .map((parts) =>
    parseTimelineFilter(
      new URLSearchParams(
        Object.entries(parts).flatMap(([name, values]) => values.map((value) => [name, value])),
      ),
    ),
  )

const files = new Map<string, Uint8Array>()

afterEach(() => {
  files.clear()
  vi.unstubAllGlobals()
})

async function write(kind: DataKind, bytes: Uint8Array): Promise<FileHash> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  const hash = toFileHash(new Uint8Array(digest))
  files.set(dataPath(kind, hash), bytes)
  return hash
}

/** Writes dictionary, selections and a column in two parts. */
async function writeFacet(facet: 'tag' | 'kind', lists: readonly string[][], middle: number) {
  const values = [...new Set(lists.flat())]
  const dictionary: FacetDictionary = {
    facet,
    values: await Promise.all(
      values.map(async (value) => {
        const ordinals = lists.flatMap((list, ordinal) => (list.includes(value) ? [ordinal] : []))
        const bytes = toSelectionBytes(listSelection(Uint32Array.from(ordinals)))
        const file = await write('selections', bytes)
        return { value, count: ordinals.length, selection: { file, start: 0, bytes: bytes.length } }
      }),
    ),
  }
  const starts = middle > 0 && middle < lists.length ? [0, middle] : [0]
  const column = await Promise.all(
    starts.map(async (start, at) => {
      const part = lists.slice(start, starts[at + 1])
      const ends = part.map((_, row) => part.slice(0, row + 1).flat().length)
      const source = {
        values: values.map((value) => ({ value, isDerived: false })),
        starts: Uint32Array.from([0, ...ends]),
        members: Uint32Array.from(part.flat(), (value) => values.indexOf(value)),
      }
      return { start, file: await write('columns', toColumnBytes(source)) }
    }),
  )
  const json = new TextEncoder().encode(JSON.stringify(dictionary))
  return { facet, dictionary: await write('facets', json), column, values: values.length, top: [] }
}

function toDays(posts: readonly TestPost[]): string[] {
  let day = 1
  return posts.map(({ isNextDay }) => {
    if (isNextDay) day++
    return new Date(Date.UTC(2020, 0, day)).toISOString().slice(0, 10)
  })
}

function toPath(address: string): string {
  return address.slice(address.indexOf('data/'))
}

/** A client of an archive of these posts, oldest first; columns are cut at `middle`. */
async function makeClient(posts: readonly TestPost[], middle: number): Promise<QueryClient> {
  vi.stubGlobal('fetch', (address: string) => {
    const bytes = files.get(toPath(address))
    return Promise.resolve(bytes ? new Response(bytes.slice()) : new Response('', { status: 404 }))
  })
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Infinity, structuralSharing: false } },
  })
  const rows = posts.length
  const hash = await write('opening', new Uint8Array())
  const kept = posts.filter(({ isOlderVersion }) => !isOlderVersion).length
  client.setQueryData(
    manifestQuery().queryKey,
    parseManifest({
      schemaVersion,
      buildId: hash,
      title: 'Harbour news',
      timeZone: 'UTC',
      languages: [],
      counts: {
        files: rows,
        posts: kept,
        copies: 0,
        versions: rows - kept,
        unreadable: 0,
        problems: 0,
      },
      timeline: { rows, rowsPerShard: 16, shardsPerDirectory: 512, directories: [], tail: [] },
      opening: hash,
      facets: [
        await writeFacet(
          'tag',
          posts.map((own) => own.tags),
          middle,
        ),
        await writeFacet(
          'kind',
          posts.map(({ kind }) => [kind]),
          middle,
        ),
      ],
      permalinks: [],
      report: hash,
    }),
  )
  const days = toDays(posts)
  const ordinals = (is: (own: TestPost) => boolean) =>
    listSelection(Uint32Array.from(posts.flatMap((own, ordinal) => (is(own) ? [ordinal] : []))))
  client.setQueryData(openingQuery().queryKey, {
    calendar: {
      timeZone: 'UTC',
      days: [...new Set(days)].map((day) => ({
        day,
        start: days.indexOf(day),
        end: days.lastIndexOf(day) + 1,
      })),
    },
    superseded: ordinals(({ isOlderVersion }) => isOlderVersion),
    newest: [],
  })
  client.setQueryData(foundKey({ query: 'words' }), {
    selection: ordinals(({ isFound }) => isFound),
    batches: [],
    isComplete: true,
  })
  return client
}

/** Counts by looking at every post. */
function countByHand(
  posts: readonly TestPost[],
  filter: TimelineFilter,
  facet: 'tag' | 'kind',
): Record<string, number> {
  const days = toDays(posts)
  const counts = new Map<string, number>()
  for (const [ordinal, own] of posts.entries()) {
    const day = days[ordinal] ?? ''
    const valuesOf = { tag: own.tags, kind: [own.kind] }
    const isChosen = (['tag', 'kind'] as const).every((name) => {
      const choice = filter.choices.get(name)
      if (name === facet || choice === undefined) return true
      const has = (value: string) => valuesOf[name].includes(value)
      return (choice.include.length === 0 || choice.include.some(has)) && !choice.exclude.some(has)
    })
    const isShown = filter.versions === 'all' || !own.isOlderVersion
    const isInside = day >= (filter.from ?? '') && day <= (filter.to ?? '9')
    if (!isChosen || !isShown || !isInside || (filter.query !== undefined && !own.isFound)) continue
    for (const value of valuesOf[facet]) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return Object.fromEntries(counts)
}

test('counts what a look at every post counts, in any archive under any filter', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(post, { minLength: 1, maxLength: 40 }),
      fc.nat(40),
      filters,
      async (posts, middle, filter) => {
        const client = await makeClient(posts, middle)
        for (const facet of ['tag', 'kind'] as const) {
          const counted = await client.fetchQuery(facetCountsQuery(filter, facet))
          expect(Object.fromEntries(counted.map(({ value, count }) => [value, count]))).toEqual(
            countByHand(posts, filter, facet),
          )
        }
      },
    ),
  )
})

describe('with a broken column', () => {
  const posts = Array.from({ length: 8 }, (_, at) => ({
    tags: [at % 2 === 0 ? 'tea' : 'sea wall'],
    kind: 'article',
    isNextDay: true,
    isOlderVersion: false,
    isFound: false,
  }))
  const all = parseTimelineFilter(new URLSearchParams())

  test.each([
    ['missing', () => undefined, { kind: 'status' }],
    ['cut off', (bytes: Uint8Array) => bytes.slice(0, -1), { kind: 'corrupt' }],
    [
      'changed',
      (bytes: Uint8Array) => bytes.map((byte, at) => (at === 30 ? 32 : byte)),
      { kind: 'corrupt' },
    ],
  ])('that is %s counts nothing, and everything once it is whole', async (_, change, error) => {
    const client = await makeClient(posts, 4)
    const whole = [...files].filter(([path]) => path.startsWith('data/columns/'))
    for (const [path, bytes] of whole) {
      const broken = change(bytes)
      if (broken === undefined) files.delete(path)
      else files.set(path, broken)
    }
    await expect(client.fetchQuery(facetCountsQuery(all, 'tag'))).rejects.toMatchObject(error)
    for (const [path, bytes] of whole) files.set(path, bytes)
    expect(await client.fetchQuery(facetCountsQuery(all, 'tag'))).toHaveLength(2)
  })

  test('that the browser keeps is fetched anew where no hash tells that it is broken', async () => {
    const client = await makeClient(posts, 0)
    vi.stubGlobal('crypto', {})
    const kept = new Map(files)
    for (const [path, bytes] of files) {
      if (path.startsWith('data/columns/')) kept.set(path, bytes.slice(0, -1))
    }
    vi.stubGlobal('fetch', (address: string, { cache }: RequestInit) => {
      const from = cache === 'reload' ? files : kept
      return Promise.resolve(new Response(from.get(toPath(address))?.slice()))
    })
    expect(await client.fetchQuery(facetCountsQuery(all, 'tag'))).toHaveLength(2)
  })

  test('that tells of other posts is an error of its shape', async () => {
    const client = await makeClient(posts, 4)
    const other = await writeFacet('tag', [['tea']], 0)
    const key = manifestQuery().queryKey
    client.setQueryData(key, (manifest) => manifest && { ...manifest, facets: [other] })
    await expect(client.fetchQuery(facetCountsQuery(all, 'tag'))).rejects.toMatchObject({
      kind: 'contract',
    })
  })

  test('a facet that the archive does not have has no values', async () => {
    const client = await makeClient(posts, 4)
    expect(await client.fetchQuery(facetCountsQuery(all, 'author'))).toEqual([])
  })
})
