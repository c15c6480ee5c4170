import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'
import type { ReadSiteConfig } from '#builder/read/config/site-config.ts'
import { ConfigMemo } from './config-memo.ts'

const bytes = Buffer.from('title: Harbour')
const config: ReadSiteConfig = { config: { title: 'Harbour' }, problems: [] }

/** Parses one file through a memo and saves the memo; returns how often the file was really parsed. */
async function ask(folder: string, { program = 'one', file = 'a/_config.yml' } = {}) {
  let parsed = 0
  const parseAnew = () => {
    parsed++
    return Promise.resolve(config)
  }
  const memo = await ConfigMemo.open(folder, { program, parseAnew })
  expect(await memo.parse(bytes, file)).toEqual(config)
  await memo.save()
  return parsed
}

test('parses settings once', async () => {
  const folder = await makeFolder()
  expect(await ask(folder)).toBe(1)
  expect(await ask(folder)).toBe(0)
})

test.each([
  ['another program', { program: 'two' }],
  ['another file of the same bytes', { file: 'b/_config.yml' }],
])('parses settings again for %s', async (_, change) => {
  const folder = await makeFolder()
  await ask(folder)
  expect(await ask(folder, change)).toBe(1)
})

test.each([
  ['damaged', (path: string) => writeFile(path, '00000000 {}\n')],
  [
    'altered',
    async (path: string) => {
      const text = await readFile(path, 'utf8')
      await writeFile(path, text.replace('Harbour', 'Harvest'))
    },
  ],
  [
    'cut off',
    async (path: string) => {
      const text = await readFile(path, 'utf8')
      await writeFile(path, text.slice(0, -10))
    },
  ],
  ['followed by something else', (path: string) => appendFile(path, 'something else\n')],
])('ignores a memo that is %s', async (_, spoil) => {
  const folder = await makeFolder()
  await ask(folder)
  await spoil(join(folder, 'configs.broadsheet'))
  expect(await ask(folder)).toBe(1)
})

test('starts empty when its folder is missing', async () => {
  const memo = await ConfigMemo.open(join(await makeFolder(), 'missing'), {
    program: 'one',
    parseAnew: () => Promise.resolve(config),
  })
  expect(await memo.parse(bytes, 'a/_config.yml')).toEqual(config)
})
