import { appendFile, copyFile, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'
import { RunCache, type RunFile } from './run-cache.ts'

const run = Buffer.from('a run of the index')

async function openCache() {
  const folder = await makeFolder()
  const cache = await RunCache.open(folder)
  await cache.put('one', run)
  return { folder, cache }
}

test('returns what was put in', async () => {
  const { cache } = await openCache()
  const { path, headBytes } = cache.toRunFile('one')
  expect(await cache.has('one')).toBe(true)
  expect((await readFile(path)).subarray(headBytes)).toEqual(run)
})

test.each([
  ['gone', ({ path }: RunFile) => rm(path)],
  ['empty', ({ path }: RunFile) => truncate(path)],
  ['truncated', ({ path, headBytes }: RunFile) => truncate(path, headBytes + 5)],
  ['longer than it was', ({ path }: RunFile) => appendFile(path, 'x')],
  ['damaged', ({ path, headBytes }: RunFile) => damage(path, headBytes + 3)],
  ['damaged in its head', ({ path }: RunFile) => damage(path, 5)],
])('has no run that is %s', async (_, change) => {
  const { cache } = await openCache()
  await change(cache.toRunFile('one'))
  expect(await cache.has('one')).toBe(false)
})

test('has no run under the name of another', async () => {
  const { cache } = await openCache()
  await copyFile(cache.toRunFile('one').path, cache.toRunFile('two').path)
  expect(await cache.has('two')).toBe(false)
})

test('keeps only the runs asked for, and no temp files', async () => {
  const { folder, cache } = await openCache()
  await cache.put('two', run)
  await writeFile(cache.toTemporaryPath('three'), 'half')
  await cache.keepOnly(new Set(['two']))
  await RunCache.open(folder)
  expect(await readdir(folder)).toEqual(['two.run'])
})

async function damage(path: string, at: number): Promise<void> {
  const bytes = await readFile(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await writeFile(path, bytes)
}
