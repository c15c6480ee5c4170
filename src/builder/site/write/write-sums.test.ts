import { expect, test } from 'vitest'
import { dataPath, toFileHash, type FileHash } from '#contract/file-names.ts'
import { parseSums } from '#contract/sums-file.ts'
import type { Disk } from '#builder/ground/disk/disk.ts'
import { sha256 } from '#builder/ground/sha256.ts'
import { BuiltFiles } from './built-files.ts'
import { writeSums } from './write-sums.ts'

const pages = 3_000
const toPath = (number: number) => `posts/${String(number).padStart(5, '0')}/index.html`

/** A site in memory that counts which pages are read. */
function makeSite() {
  const store = new Map<string, Uint8Array>()
  for (let number = 0; number < pages; number++) {
    store.set(toPath(number), Buffer.from(`page ${number}`))
  }
  const read: string[] = []
  const proven: string[] = []
  const disk = {
    read: (path: string) => {
      if (path.startsWith('posts/')) read.push(path)
      return Promise.resolve(store.get(path))
    },
  } as Disk
  const prove = (path: string) => {
    proven.push(path)
    const bytes = store.get(path)
    return Promise.resolve(bytes && sha256(bytes))
  }
  const build = (before: FileHash | undefined, written: readonly string[] = []) => {
    const files = new BuiltFiles()
    for (const [path, bytes] of store) {
      if (!path.startsWith('posts/')) continue
      const isWritten = before === undefined || written.includes(path)
      files.add(path, bytes.length, isWritten ? sha256(bytes) : undefined)
    }
    const writeList = (bytes: Uint8Array) => {
      const sum = sha256(bytes)
      const path = dataPath('sums', toFileHash(sum))
      store.set(path, bytes)
      files.add(path, bytes.length, sum)
      return Promise.resolve(toFileHash(sum))
    }
    return writeSums(files, { disk, before, writeList, prove })
  }
  const listPaths = (lists: FileHash) =>
    parseSums(Buffer.from(store.get(dataPath('sums', lists)) ?? '').toString())
  return { store, read, proven, build, listPaths }
}

test('hashes of kept files come from the lists before, in whatever order these are named', async () => {
  const { store, read, build, listPaths } = makeSite()
  const first = await build(undefined)
  expect(listPaths(first.lists).length).toBeGreaterThan(10)
  expect(await build(first.lists)).toEqual(first)
  store.set(toPath(700), Buffer.from('page of now'))
  const changed = await build(first.lists, [toPath(700)])
  expect(changed.lists).not.toBe(first.lists)
  expect(read).toEqual([])
})

test('damage of a kept file does not get into the new lists', async () => {
  const { store, build } = makeSite()
  const { lists } = await build(undefined)
  for (const number of [0, 1_499, pages - 1]) store.set(toPath(number), Buffer.from('PAGE'))
  expect((await build(lists)).lists).toBe(lists)
})

test('a kept file that no list names is proven, and none is read', async () => {
  const { store, read, proven, build } = makeSite()
  const { lists } = await build(undefined)
  store.set('posts/more/index.html', Buffer.from('more'))
  await build(lists)
  expect(proven).toEqual(['posts/more/index.html'])
  expect(read).toEqual([])
})
