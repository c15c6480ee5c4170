import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseQuery } from '../query/parse-query.ts'
import { searchArchive } from '../engine/search-archive.ts'
import { makeIndex, toSource, type TestIndex } from '../testing/make-index.ts'
import { buildRun } from './build-run.ts'

// Golden files, written once by this program. If they change, the format has changed and needs a new version.
const posts = [
  { title: '台灣的春天', body: 'The ferry leaves at five. 渡船五點開。' },
  { title: 'Ferry', body: '春天来了，春天的渡船。' },
]
const index = makeIndex(posts)

function readGolden(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`golden/${name}`, import.meta.url)))
}

describe('the golden files', () => {
  test('match what is written', () => {
    expect([...index.blocks.keys()]).toEqual(['data/search/hpkbizsscf7u7pa4tyyz4hkc7e/0.bin'])
    expect(index.root).toEqual(readGolden('root.bin'))
    expect(index.blocks.get('data/search/hpkbizsscf7u7pa4tyyz4hkc7e/0.bin')).toEqual(
      readGolden('0.bin'),
    )
    expect(buildRun(posts)).toEqual(readGolden('posts.run'))
  })

  test.each([
    ['ferry', [0, 1]],
    ['"the ferry"', [0]],
    ['春天', [0, 1]],
    ['春天的', [1]],
    ['title:台湾', [0]],
    ['春', [0, 1]],
    ['渡船 -来了', [0]],
    ['五点 渡', [0]],
    ['"five 渡"', [0]],
    ['来了，春天', [1]],
    ['来了天', []],
  ])('answer %s', async (input, expected) => {
    const golden: TestIndex = {
      root: readGolden('root.bin'),
      blocks: new Map([['data/search/hpkbizsscf7u7pa4tyyz4hkc7e/0.bin', readGolden('0.bin')]]),
    }
    const hits: number[] = []
    for await (const { ordinals } of searchArchive(parseQuery(input), toSource(golden))) {
      hits.push(...ordinals)
    }
    expect(hits).toEqual(expected)
  })
})
