import 'fake-indexeddb/auto'
import { QueryClient } from '@tanstack/react-query'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test, vi } from 'vitest'
import { toFileHash, type FileHash } from '#contract/file-names.ts'
import { parseManifest } from '#contract/manifest.ts'
import { schemaVersion } from '#contract/schema-version.ts'
import { parsePostId, type PostId } from '#core/post/post-id.ts'
import { emptySelection, toOrdinals } from '#core/selection/selection.ts'
import { directoryQuery, shardQuery } from '#reader/data/archive/shard-query.ts'
import { manifestQuery, openingQuery } from '#reader/data/archive/site-queries.ts'
import { Desk } from '#reader/storage/desk/desk.ts'
import { DeskPostFinder } from './find-desk-posts.ts'

function toName(number: number): FileHash {
  return toFileHash(new Uint8Array(32).fill(number))
}

function toId(text: string): PostId {
  const id = parsePostId(text)
  if (id === undefined) throw new Error(text)
  return id
}

const ids = ['2020-01-01', '2020-01-02', '2020-01-03', '2020-01-04', '2020-01-05'].map((day) =>
  toId(`${day}-abcdefgh`),
)
const gone = toId('2020-01-03-zzzzzzzz')

/** A client that holds an archive of two posts a shard, two shards a directory, and records the shards that are asked for. */
class Archive extends QueryClient {
  readonly asked: unknown[] = []

  constructor(posts: readonly PostId[], names: readonly FileHash[], build: number) {
    super({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } })
    const directory = toName(100 + names.slice(0, 2).indexOf(toName(2)))
    const rows = posts.length
    this.setQueryData(
      manifestQuery().queryKey,
      parseManifest({
        schemaVersion,
        buildId: toName(build),
        title: 'Harbour news',
        timeZone: 'UTC',
        languages: [],
        counts: { files: rows, posts: rows, copies: 0, versions: 0, unreadable: 0, problems: 0 },
        timeline: {
          rows,
          rowsPerShard: 2,
          shardsPerDirectory: 2,
          directories: [directory],
          tail: names.slice(2),
        },
        opening: toName(9),
        facets: [],
        permalinks: [],
        report: toName(9),
      }),
    )
    this.setQueryData(directoryQuery(directory).queryKey, { shards: names.slice(0, 2) })
    const days = posts.map((id, start) => ({ day: id.slice(0, 10), start, end: start + 1 }))
    this.setQueryData(openingQuery().queryKey, {
      calendar: { timeZone: 'UTC', days },
      superseded: emptySelection,
      newest: [],
    })
    for (let first = 0; first < rows; first += 2) {
      this.setQueryData(shardQuery(first / 2).queryKey, {
        firstOrdinal: first,
        rows: posts.slice(first, first + 2).map((id) => ({
          id,
          tags: [],
          collection: 'society',
          kind: 'article' as const,
          length: { count: 1, unit: 'words' as const },
        })),
        packs: [],
      })
    }
  }

  override ensureQueryData: QueryClient['ensureQueryData'] = (options) => {
    const [name, key] = options.queryKey
    if (name === 'shard' || name === 'directory') this.asked.push(name === 'shard' ? key : name)
    return super.ensureQueryData(options)
  }
}

const names = [1, 2, 3].map(toName)

async function open(client: QueryClient): Promise<DeskPostFinder> {
  return new DeskPostFinder(client, await Desk.open({ base: '/', now: () => 1, hasTraces: true }))
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
})

test('posts are found by their ids, and those that the archive does not have are told', async () => {
  const { selection, missing } = await (
    await open(new Archive(ids, names, 1))
  ).find([ids[4] ?? gone, gone, ids[1] ?? gone])
  expect([...toOrdinals(selection)]).toEqual([1, 4])
  expect(missing).toEqual([gone])
})

test('what was found is found again without a shard, also by the next page', async () => {
  await (await open(new Archive(ids, names, 1))).find([...ids, gone])
  const archive = new Archive(ids, names, 1)
  const { selection, missing } = await (await open(archive)).find([...ids, gone])
  expect([...toOrdinals(selection)]).toEqual([0, 1, 2, 3, 4])
  expect(missing).toEqual([gone])
  expect(archive.asked).toEqual([])
})

test('rows of a shard that is gone are looked up where they are now, and no others', async () => {
  await (await open(new Archive(ids, names, 1))).find(ids)
  // A post before the last one, in the last shard.
  const added = toId('2020-01-05-aaaaaaaa')
  const now = [...ids.slice(0, 4), added, ...ids.slice(4)]
  const archive = new Archive(now, [toName(1), toName(2), toName(4)], 2)
  const { selection } = await (await open(archive)).find(ids)
  expect([...toOrdinals(selection)]).toEqual([0, 1, 2, 3, 5])
  expect([...new Set(archive.asked)]).toEqual([2])
})

test('a post that a build did not have is looked for in the next one', async () => {
  const before = ids.slice(0, 4)
  const last = ids[4] ?? gone
  expect((await (await open(new Archive(before, names, 1))).find([last])).missing).toEqual([last])
  const { missing } = await (await open(new Archive(ids, names, 2))).find([last])
  expect(missing).toEqual([])
})
