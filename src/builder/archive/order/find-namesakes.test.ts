import { expect, test } from 'vitest'
import type { CachedPost } from '../post/cached-post.ts'
import { makeCachedPost } from '#builder/testing/make-cached-post.ts'
import { findNamesakes, findSameUrls } from './find-namesakes.ts'
import { orderPosts } from './order-posts.ts'
import { PostNames } from './post-names.ts'

const hash = { nameHash: 7, urlHash: 8 }
const named = (fileName: string, sourceUrl?: string) =>
  makeCachedPost({ fileName, file: fileName, sourceUrl, ...hash })

const namesakesOf = (posts: CachedPost[]) => {
  const names = new PostNames(posts, new Map())
  return findNamesakes(posts, (post) => names.of(post))
}

const namesOf = (groups: { fileName: string }[][]) =>
  groups.map((group) => group.map(({ fileName }) => fileName))

test('a hash collision makes no namesakes', () => {
  const posts = ['a', 'b', 'a', 'c', 'b', 'a'].map((name) =>
    named(name, `https://example.org/${name}`),
  )
  expect(namesOf(namesakesOf(posts))).toEqual([
    ['a', 'a', 'a'],
    ['b', 'b'],
  ])
  expect(namesOf(findSameUrls(posts))).toEqual(namesOf(namesakesOf(posts)))
})

test('posts without a source URL do not share one', () => {
  const posts = ['a', 'b'].map((fileName) => makeCachedPost({ fileName }))
  expect(findSameUrls(posts)).toEqual([])
})

test('two names whose hashes collide get two ids, and both posts stay', () => {
  const { posts } = orderPosts([named('a', 'https://a.example/1'), named('b')], 'UTC')
  expect(new Set(posts.map(({ id }) => id)).size).toBe(2)
  expect(posts.every(({ versions }) => versions === undefined)).toBe(true)
})
