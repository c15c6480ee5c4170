import { expect, test } from 'vitest'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import type { PostId } from '#core/post/post-id.ts'
import { findLongReads } from './long-reads.ts'

interface Facts {
  minutes: number
  author?: string
  kind?: 'article' | 'video'
  title?: string | undefined
  older?: true
}

function makePosts(facts: readonly Facts[]): OrderedPost[] {
  return facts.map(({ minutes, author, kind = 'article', older, ...rest }, at) => {
    const id = `2020-01-01-${String(at).padStart(8, 'a')}` as PostId
    const title = 'title' in rest ? rest.title : `Post ${at}`
    const row = { kind, author, language: 'en', length: { count: minutes * 238, unit: 'words' } }
    return { id, cached: { title, row }, supersededBy: older && id } as unknown as OrderedPost
  })
}

const read = (facts: readonly Facts[]) =>
  findLongReads(makePosts(facts)).map(({ title, minutes }) => `${title} ${minutes}`)

test.each<[string, Facts[], string[]]>([
  ['the longest comes first', [{ minutes: 12 }, { minutes: 30 }], ['Post 1 30', 'Post 0 12']],
  ['less than ten minutes is not long', [{ minutes: 9 }, { minutes: 10 }], ['Post 1 10']],
  [
    'of two as long the newer comes first',
    [{ minutes: 12 }, { minutes: 12 }],
    ['Post 1 12', 'Post 0 12'],
  ],
  [
    'an author has one',
    [
      { minutes: 12, author: 'Lu' },
      { minutes: 30, author: 'Lu' },
      { minutes: 11, author: 'Oke' },
    ],
    ['Post 1 30', 'Post 2 11'],
  ],
  [
    'videos, older versions and posts without a title do not count',
    [
      { minutes: 20, kind: 'video' },
      { minutes: 20, older: true },
      { minutes: 20, title: undefined },
    ],
    [],
  ],
  [
    'four at most',
    Array.from({ length: 9 }, () => ({ minutes: 15 })),
    ['Post 8 15', 'Post 7 15', 'Post 6 15', 'Post 5 15'],
  ],
  [
    'only the newest thousand posts are asked',
    [{ minutes: 60 }, ...Array.from({ length: 1_000 }, () => ({ minutes: 1 }))],
    [],
  ],
])('%s', (_, facts, expected) => {
  expect(read(facts)).toEqual(expected)
})

test('a long title is cut', () => {
  const [found] = findLongReads(makePosts([{ minutes: 15, title: '茶'.repeat(500) }]))
  expect(found?.title).toBe(`${'茶'.repeat(119)}…`)
})
