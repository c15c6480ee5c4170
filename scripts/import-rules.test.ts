import { readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import {
  cruise,
  type ICruiseOptions,
  type ICruiseResult,
  type IFlattenedRuleSet,
} from 'dependency-cruiser'
import { describe, expect, test } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'

type Config = { forbidden: IFlattenedRuleSet['forbidden']; options: ICruiseOptions }

const parse = async (path: string): Promise<Config> => JSON.parse(await readFile(path, 'utf8'))
const modules = await parse('.dependency-cruiser.json')
const folders = await parse('.dependency-cruiser.folders.json')

/** Names of the rules that a tree of files breaks. `files` are texts by path. */
async function listBroken({ forbidden, options }: Config, files: Record<string, string>) {
  const baseDir = await makeFolder(files)
  const ruleSet = { forbidden: forbidden ?? [] }
  const { output } = await cruise(['src'], { ...options, baseDir, validate: true, ruleSet })
  const { summary } = output as ICruiseResult
  return [...new Set(summary.violations.map(({ rule }) => rule.name))].toSorted()
}

const leaf = 'export const leaf = 1\n'
const type = 'export interface Leaf { leaf: 1 }\n'
const value = (path: string) => `import { leaf } from '${path}'\nexport const x = leaf\n`

describe('a planted import fails the check:', () => {
  test.each([
    ['from ground to a room above', 'ground/disk/a.ts', 'read/post/b.ts', 'ground-stands-below'],
    ['from read to a room above', 'read/post/a.ts', 'archive/post/b.ts', 'read-stands-below'],
    ['from archive to a room above', 'archive/post/a.ts', 'site/page/b.ts', 'archive-stands-below'],
    ['from site to a room above', 'site/page/a.ts', 'outputs/feeds/b.ts', 'site-stands-below'],
    ['from outputs to a command', 'outputs/feeds/a.ts', 'commands/b.ts', 'outputs-stands-below'],
    [
      'from one output to another',
      'outputs/feeds/a.ts',
      'outputs/lists/b.ts',
      'outputs-do-not-meet',
    ],
    [
      'from the builder to the reader',
      'commands/a.ts',
      '../reader/ui/b.ts',
      'builder-never-imports-reader',
    ],
    ['from ground to a post', 'ground/disk/a.ts', '../core/post/post.ts', 'ground-knows-no-post'],
  ])('%s', async (_, from, to, rule) => {
    const files = plant('builder', from, to)
    expect(await listBroken(modules, files)).toEqual([rule])
  })

  test.each([
    ['from one feature to another', 'features/a/a.ts', 'features/b/b.ts', 'features-do-not-meet'],
    ['from a feature to the app', 'features/a/a.ts', 'app/b.ts', 'features-do-not-know-app'],
    ['from ui to a query', 'ui/a.ts', 'data/archive/b.ts', 'ui-knows-errors-of-data-only'],
    ['from data to ui', 'data/files/a.ts', 'ui/b.ts', 'data-shows-nothing'],
    [
      'from language to data',
      'language/a.ts',
      'data/files/b.ts',
      'language-and-script-stand-below-data',
    ],
    [
      'from router to data',
      'router/a.ts',
      'data/files/b.ts',
      'router-knows-links-and-storage-only',
    ],
    ['from links to storage', 'links/a.ts', 'storage/b.ts', 'links-and-storage-stand-alone'],
  ])('%s', async (_, from, to, rule) => {
    const files = plant('reader', from, to)
    expect(await listBroken(modules, files)).toEqual([rule])
  })

  test('of types alone that closes a circle of two folders', async () => {
    const files = {
      'src/search/a/one.ts': value('../b/leaf.ts'),
      'src/search/b/leaf.ts': leaf,
      'src/search/b/two.ts': "import type { Leaf } from '../a/leaf.ts'\nexport type X = Leaf\n",
      'src/search/a/leaf.ts': type,
    }
    expect(await listBroken(modules, files)).toEqual([])
    expect(await listBroken(folders, files)).toEqual(['no-circular-folders'])
  })
})

test('a downward import keeps every rule', async () => {
  const files = {
    'src/builder/outputs/feeds/a.ts': value('../../site/page/b.ts'),
    'src/builder/site/page/b.ts': leaf,
  }
  expect(await listBroken(modules, files)).toEqual([])
  expect(await listBroken(folders, files)).toEqual([])
})

/** A file in a house of `src` that imports another one; both paths are relative to the house. */
function plant(house: 'builder' | 'reader', from: string, to: string): Record<string, string> {
  const up = '../'.repeat(from.split('/').length - 1)
  return { [posix.join('src', house, from)]: value(up + to), [posix.join('src', house, to)]: leaf }
}
