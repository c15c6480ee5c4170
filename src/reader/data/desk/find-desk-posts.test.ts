import 'fake-indexeddb/auto'
import { QueryClient } from '@tanstack/react-query'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, test, vi } from 'vitest'
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
  readonly #posts: readonly PostId[]

  constructor(posts: readonly PostId[], names: readonly FileHash[], build: number) {
    super({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } })
    this.#posts = posts
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
  }

  /** Has a shard in memory, as where its rows were on the screen. */
  load(shard: number): void {
    const first = 2 * shard
    this.setQueryData(shardQuery(shard).queryKey, {
      firstOrdinal: first,
      rows: this.#posts.slice(first, first + 2).map((id) => ({
        id,
        tags: [],
        collection: 'society',
        kind: 'article' as const,
        length: { count: 1, unit: 'words' as const },
      })),
      packs: [],
    })
  }

  override ensureQueryData: QueryClient['ensureQueryData'] = (options) => {
    const [name, key] = options.queryKey
    if (name === 'shard' || name === 'directory') this.asked.push(name === 'shard' ? key : name)
    if (name === 'shard' && this.getQueryData(options.queryKey) === undefined)
      this.load(Number(key))
    return super.ensureQueryData(options)
  }
}

const names = [1, 2, 3].map(toName)

async function open(client: QueryClient): Promise<DeskPostFinder> {
  return new DeskPostFinder(client, await Desk.open({ base: '/', now: () => 1, hasTraces: true }))
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  const texts = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
  })
})

test('posts are found by their ids, and those that the archive does not have are told', async () => {
  const { selection, ordinals, missing } = await (
    await open(new Archive(ids, names, 1))
  ).find([ids[4] ?? gone, gone, ids[1] ?? gone])
  expect([...toOrdinals(selection)]).toEqual([1, 4])
  expect([...ordinals]).toEqual([4, 1])
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

test('a post whose row is in memory asks for no shard', async () => {
  const archive = new Archive(ids, names, 1)
  archive.load(1)
  const { selection } = await (await open(archive)).find([ids[3] ?? gone])
  expect([...toOrdinals(selection)]).toEqual([3])
  expect(archive.asked).toEqual(['directory'])
})

const toMarks = (marked: readonly PostId[], removed: readonly PostId[] = []) => [
  ...marked.map((id) => ({ kind: 'mark' as const, id, value: 'read' as const })),
  ...removed.map((id) => ({ kind: 'mark' as const, id })),
]

describe('posts with marks are found', () => {
  const other = toId('2020-02-01-abcdefgh')
  const all = [...ids, other]
  test.each([
    ['those of two months', toMarks(all), [0, 1, 2, 3, 4, 5]],
    ['in another order than their rows were seen', toMarks(all.toReversed()), [0, 1, 2, 3, 4, 5]],
    ['some', toMarks([all[4] ?? gone, all[1] ?? gone]), [1, 4]],
    ['not those whose mark was removed', toMarks(all.slice(2), all.slice(0, 2)), [2, 3, 4, 5]],
    ['where none is left', toMarks([], all), []],
  ])('%s', async (_name, marks, expected) => {
    const desk = await Desk.open({ base: '/', now: () => 1, hasTraces: true })
    const archive = new Archive(all, names, 1)
    await new DeskPostFinder(archive, desk).find(all)
    await desk.change(marks).stored
    for (const opened of [desk, await Desk.open({ base: '/', now: () => 1, hasTraces: true })]) {
      const finder = new DeskPostFinder(archive, opened)
      const { selection, missing } = await finder.findMarked(opened.listMarkPacks())
      expect([[...toOrdinals(selection)], missing]).toEqual([expected, []])
    }
  })

  test('and told where the archive does not have them', async () => {
    const desk = await Desk.open({ base: '/', now: () => 1, hasTraces: true })
    await desk.change(toMarks([...ids, gone])).stored
    const finder = new DeskPostFinder(new Archive(ids, names, 1), desk)
    const { selection, missing } = await finder.findMarked(desk.listMarkPacks())
    expect([[...toOrdinals(selection)], missing]).toEqual([[0, 1, 2, 3, 4], [gone]])
    expect(await finder.findMarked(desk.listMarkPacks())).toEqual({ selection, missing })
  })
})
