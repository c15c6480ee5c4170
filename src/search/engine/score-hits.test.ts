import { describe, expect, test } from 'vitest'
import { parseQuery } from '../query/parse-query.ts'
import type { BlockSizes } from '../segment/block-sizes.ts'
import { makeIndex, smallBlocks, toSource } from '../testing/make-index.ts'
import { searchArchive } from './search-archive.ts'

interface Post {
  title: string
  body: string
}

/** All hits with their scores. */
async function listScored(input: string, posts: readonly Post[], blocks?: BlockSizes) {
  const scored: { ordinal: number; score: number }[] = []
  const source = toSource(makeIndex(posts, { ...(blocks && { blocks }) }))
  for await (const { ordinals, scores } of searchArchive(parseQuery(input), source)) {
    for (const [at, ordinal] of ordinals.entries()) {
      scored.push({ ordinal, score: scores[at] ?? 0 })
    }
  }
  return scored
}

/** Ordinals of all hits, best first. */
async function rank(input: string, posts: readonly Post[]) {
  const scored = await listScored(input, posts)
  return scored.toSorted((a, b) => b.score - a.score).map(({ ordinal }) => ordinal)
}

describe('with OR', () => {
  const posts = [
    { title: '', body: 'the tide' },
    { title: 'ebb', body: '' },
    { title: '', body: 'ebb and tide' },
    { title: '', body: 'ebb' },
    { title: '', body: 'tide at sea' },
  ]
  test.each([
    ['a post with both comes first, then a title', 'ebb OR tide', [2, 1, 0, 3, 4]],
    ['so it does in the other order', '"tide" OR ebb', [2, 1, 0, 3, 4]],
    ['a post without any of the words comes last', '"sea" OR -tide', [4, 1, 3]],
    ['a word beside the group counts too', '(ebb OR tide) sea', [4]],
  ])('%s', async (_, typed, ranked) => {
    expect(await rank(typed, posts)).toEqual(ranked)
  })
})

const filler = { title: 'gulls', body: 'the harbour at low water' }
const scripts = [
  { title: '', body: '我们在这里谈言论自由，言论自由，言论自由。' },
  { title: '', body: '我們在這裡談言論自由。' },
  filler,
]
const cases = [
  { title: '', body: 'ELAN, ELAN and once more ELAN' },
  { title: '', body: 'elan' },
  filler,
]

describe('the exact spelling ranks first', () => {
  test.each([
    { typed: '言論自由', posts: scripts, ranked: [1, 0] },
    { typed: '言论自由', posts: scripts, ranked: [0, 1] },
    { typed: '自由', posts: scripts, ranked: [0, 1] },
    { typed: 'elan', posts: cases, ranked: [1, 0] },
    { typed: 'ELAN', posts: cases, ranked: [0, 1] },
  ])('$typed', async ({ typed, posts, ranked }) => {
    expect(await rank(typed, posts)).toEqual(ranked)
  })
})

test('a title outweighs a body, and more occurrences outweigh fewer', async () => {
  const posts = [
    { title: '', body: 'the tide and the tide' },
    { title: 'tide', body: '' },
    { title: '', body: 'one tide' },
    filler,
  ]
  expect(await rank('tide', posts)).toEqual([1, 0, 2])
})

test('a character is as rare where its terms are few as where the index has their total', async () => {
  const many = Array.from('一二三四五六七八九十百千', (next) => `港${next}`).join('，')
  const posts = [{ title: '', body: `${many} tide` }, { title: '港口', body: many }, filler, filler]
  const few = await listScored('港 tide', posts)
  expect(few).toEqual(await listScored('港 tide', posts, smallBlocks))
})
