import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'
import { openDisk, type Disk } from './disk.ts'
import { makeRememberingDisk } from './remembering-disk.ts'

test('asks the disk once for a file size, and knows the files written and removed since', async () => {
  const root = await makeFolder({ 'data/a': 'four', 'data/b': 'gone' })
  const asked: string[] = []
  const disk: Disk = openDisk(root)
  const counting: Disk = {
    ...disk,
    size: (path) => {
      asked.push(path)
      return disk.size(path)
    },
  }
  const sizes = new Map<string, number | undefined>()
  const open = () => makeRememberingDisk(counting, sizes)
  expect(await open().size('data/a')).toBe(4)
  await writeFile(join(root, 'data/a'), 'written by others')
  expect(await open().size('data/a')).toBe(4)
  await open().write('data/a', Buffer.from('three'))
  expect(await open().size('data/a')).toBe(5)
  await open().remove('data/a')
  expect(await open().size('data/a')).toBeUndefined()
  expect(await open().size('data/none')).toBeUndefined()
  await rm(root, { recursive: true })
  expect(await open().size('data/none')).toBeUndefined()
  expect(asked).toEqual(['data/a', 'data/a', 'data/none'])
})
