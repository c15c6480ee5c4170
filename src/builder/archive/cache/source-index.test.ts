import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'
import { FileStamps, noStamp, type Stamp } from '#builder/ground/disk/file-stamp.ts'
import { FoundFile } from '#builder/read/discover/post-file.ts'
import { makeCachedPost } from '#builder/testing/make-cached-post.ts'
import { matchSources } from './match-sources.ts'
import { openIndex, writeIndex } from './source-index.ts'
import { SourceRows } from './source-rows.ts'
import { SourceTable } from './source-table.ts'
import { TextTable } from './text-table.ts'

const jekyllSite = {
  generator: 'jekyll',
  settings: '',
  addresses: { root: 'https://pier.example', folder: '', timeZone: 'UTC' },
} as const

const stamp: Stamp = [10, 1_500.25, 1_600.5, 2 ** 40]
const contentHash = 'ab'.repeat(32)
const problem = { file: 'x', reason: 'r', hint: 'h', severity: 'warning' as const }
const whole = makeCachedPost({
  fileName: '2020-03-09-潮汐.md',
  sourceUrl: 'https://example.org/a',
  title: '潮汐 "表" 🌊',
  contentHash,
  pictureHosts: [
    { host: 'img.example.net', pictures: 3 },
    { host: '__proto__', pictures: 1 },
  ],
  sourceDay: -719_162,
  fingerprint: { exact: 2 ** 47 + 1, low: 2 ** 32 - 1, high: 7 },
  row: {
    publishedAt: '2020-03-09T10:15:00.250Z',
    tags: ['__proto__', '潮汐', '潮汐'],
    categories: [],
    author: 'Harbour',
    coauthors: ['潮汐', 'Ben Rook'],
    sourceHost: 'example.org',
    kind: 'video',
    language: 'zh-Hant',
    length: { count: 12, unit: 'characters' },
    derived: { author: 'Ada', tags: ['潮汐', 'sea-wall'], categories: ['news'] },
  },
})
const bare = makeCachedPost({ contentHash, row: { publishedOn: '2020-03-10' } })

/** A table of two posts and, last, a file without a post. */
function makeTable(): SourceTable {
  const table = SourceTable.withRoom(new TextTable(), 3)
  const none = new Uint8Array(0)
  const empty = { rowJson: none, bodyJson: none, openingJson: none }
  for (const [at, post] of [whole, bare].entries()) {
    const prepared = {
      contentHash,
      post: { ...post, ...empty, hash: `hash ${at}` },
      problems: [],
    }
    const slot = {
      start: 2 ** 33,
      rowBytes: 5,
      bodyBytes: 2 ** 31,
      openingBytes: 7,
      hash: `hash ${at}`,
    }
    table.add({ file: post.file, timeZone: 'Asia/Taipei', siteKey: 'a', stamp, prepared, slot })
  }
  const prepared = { contentHash, problems: [problem] }
  table.add({
    file: 'z',
    timeZone: undefined,
    siteKey: undefined,
    stamp: noStamp,
    prepared,
    slot: undefined,
  })
  return table
}

test.each([
  ['in memory', undefined],
  ['read from the file', 0],
])('an index returns what was written to it, in another order too: %s', async (_, mostHeld) => {
  const path = join(await makeFolder(), 'index')
  const known = makeTable()
  const fresh = SourceTable.withRoom(known.texts, 1)
  fresh.addCopy(known, 2, stamp)
  const sources = new SourceRows({ known, fresh }, Int32Array.from([1, 0, ~0]))
  const key = await writeIndex(path, { program: 'p', recordBytes: 9, sources })
  const index = openIndex(path, 'p', mostHeld)
  expect({ key: index.key, bytes: index.recordBytes }).toEqual({ key, bytes: 9 })
  const rows = new SourceRows({ known: index.table, fresh: known }, Int32Array.from([1, 0, 2]))
  const [first, second] = rows.posts()
  for (const [read, post] of [
    [first, whole],
    [second, bare],
  ] as const) {
    const { row, record, ...rest } = post
    for (const [name, value] of Object.entries(rest)) expect(read).toHaveProperty(name, value)
    for (const [name, value] of Object.entries(row)) expect(read?.row).toHaveProperty(name, value)
    expect(read?.record).toMatchObject({ start: 2 ** 33, bodyBytes: 2 ** 31, openingBytes: 7 })
    expect(record.hash).toBe('')
  }
  expect(rows.problems()).toEqual([problem])
  expect(index.table.hasStamp(2, stamp)).toBe(true)
  expect(openIndex(path, 'another').key).toBeUndefined()
  const again = new SourceRows({ known: index.table, fresh: known }, Int32Array.from([0, 1, 2]))
  expect(await writeIndex(path, { program: 'p', recordBytes: 9, sources: again })).toBe(key)
  const copy = SourceTable.withRoom(index.table.texts, 1)
  copy.addCopy(index.table, 1, stamp)
  expect([copy.file(0), copy.contentHash(0)]).toEqual([whole.file, contentHash])
  index.close()
})

test('matches files with known ones by name, zone, site and stamp', () => {
  const folder = {
    collection: 'harbour',
    path: '/x/',
    file: 'harbour/_posts/',
    timeZone: 'Asia/Taipei',
    site: { ...jekyllSite, key: 'a' },
  }
  const elsewhere = { ...folder, file: '', timeZone: undefined, site: undefined }
  const names = ['2019-01-01-new.md', bare.fileName, whole.fileName, whole.fileName]
  const files = [...names.map((name) => new FoundFile(folder, name)), new FoundFile(elsewhere, 'z')]
  const stamps = new FileStamps(files.length)
  for (const at of [0, 1, 2, 4]) stamps.set(at, stamp)
  const known = makeTable()
  const inOrder = SourceTable.withRoom(known.texts, 3)
  for (const row of [1, 0, 2]) inOrder.addCopy(known, row, row === 2 ? noStamp : stamp)
  expect(matchSources(inOrder, files, stamps)).toEqual({
    rows: Int32Array.from([-1, 0, 1, -1, 2]),
    fresh: [0, 3, 4],
    isWhole: false,
  })
})

test('reads a file again when the settings of its site have changed', () => {
  const folder = {
    collection: 'harbour',
    path: '/x/',
    file: 'harbour/_posts/',
    timeZone: 'Asia/Taipei',
  }
  const known = makeTable()
  const stamps = new FileStamps(1)
  stamps.set(0, stamp)
  const match = (key: string) =>
    matchSources(
      known,
      [new FoundFile({ ...folder, site: { ...jekyllSite, key } }, whole.fileName)],
      stamps,
    )
  expect(match('a').fresh).toEqual([])
  expect(match('b')).toMatchObject({ rows: Int32Array.from([-1]), fresh: [0] })
})
