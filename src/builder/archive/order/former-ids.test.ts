import { describe, expect, test } from 'vitest'
import { findPostPlaces } from '#builder/read/discover/post-place.ts'
import { toPostNameOfFile } from '#builder/read/discover/post-name.ts'
import { makeCachedPost } from '#builder/testing/make-cached-post.ts'
import { toNameHash } from '../post/post-hashes.ts'
import { orderPosts } from './order-posts.ts'

/** The order of posts below one collection, with places as the discovery finds them. */
function order(files: Record<string, string>) {
  const paths = Object.keys(files).map((file) => ({
    folder: file.slice(0, Math.max(file.lastIndexOf('/'), 0)),
    name: file.slice(file.lastIndexOf('/') + 1),
  }))
  const places = new Map(
    [...findPostPlaces(paths)].map(([folder, place]) => [`harbour/${folder}`, place]),
  )
  const cached = Object.entries(files).map(([path, publishedAt], at) => {
    const file = `harbour/${path}`
    const fileName = toPostNameOfFile(file)
    const nameHash = toNameHash('harbour', fileName)
    return makeCachedPost({ file, fileName, nameHash, contentHash: `0${at}`, row: { publishedAt } })
  })
  const { posts } = orderPosts(cached, 'UTC', { places })
  return new Map(
    posts.map(({ cached: { file }, ...post }) => [file.slice('harbour/'.length), post]),
  )
}

const day = (number: number) => `2022-05-0${number}T08:00:00Z`
const plain = (publishedAt: string, path = 'x.md') => order({ [path]: publishedAt }).get(path)?.id

test('a post keeps its id and needs no former one when it moves through folders of time and state', () => {
  for (const path of ['_posts/x.md', 'archived/2022-05-02/x.md', '_posts/2022/x.md']) {
    expect(order({ [path]: day(1) }).get(path)).toMatchObject({
      id: plain(day(1)),
      formerId: undefined,
    })
  }
})

test('a post that is alone with its name keeps its id in any folder', () => {
  const path = 'tech/_posts/x.md'
  expect(order({ [path]: day(1) }).get(path)).toMatchObject({
    id: plain(day(1)),
    formerId: undefined,
  })
})

describe('posts of one name', () => {
  test('in folders of languages are different posts; the newest keeps its former address', () => {
    const posts = order({
      'en/_posts/x.md': day(1),
      'fr/_posts/x.md': day(2),
      'vi/_posts/x.md': day(3),
    })
    const ids = [...posts.values()].map(({ id }) => id)
    expect(new Set(ids).size).toBe(3)
    expect([...posts.values()].every(({ versions }) => versions === undefined)).toBe(true)
    expect(posts.get('vi/_posts/x.md')?.formerId).toBe(plain(day(3)))
    expect(new Set([...posts.values()].map(({ formerId }) => formerId)).size).toBe(3)
  })

  test('in other folders are different posts', () => {
    const posts = order({ 'tech/_posts/x.md': day(1), 'food/_posts/x.md': day(2) })
    expect([...posts.values()].map(({ versions }) => versions)).toEqual([undefined, undefined])
    expect(posts.get('food/_posts/x.md')?.formerId).toBe(plain(day(2)))
  })

  test('of which one lies in no folder: that one has the plain id, and no other post leads to it', () => {
    const posts = order({ '_posts/x.md': day(1), 'food/_posts/x.md': day(1) })
    const [flat, food] = [posts.get('_posts/x.md'), posts.get('food/_posts/x.md')]
    expect(flat?.id).toBe(plain(day(1)))
    expect(food?.formerId).not.toBe(flat?.id)
  })

  test('in one folder and its archive are versions', () => {
    const posts = order({
      'fr/_posts/x.md': day(1),
      'fr/archived/2022-05-02/x.md': day(2),
      'en/y.md': day(1),
    })
    expect(posts.get('fr/_posts/x.md')?.supersededBy).toBe(
      posts.get('fr/archived/2022-05-02/x.md')?.id,
    )
  })
})

test('an id in a folder of a language does not change when a translation is added', () => {
  const before = order({ 'en/_posts/x.md': day(1), 'fr/_posts/y.md': day(1) })
  const after = order({
    'en/_posts/x.md': day(1),
    'fr/_posts/y.md': day(1),
    'fr/_posts/x.md': day(2),
  })
  expect(after.get('en/_posts/x.md')?.id).toBe(before.get('en/_posts/x.md')?.id)
})

test('page bundles of one name in several folders are different posts, without their own folder', () => {
  const posts = order({
    'a/fog/index.md': day(1),
    'b/fog/index.md': day(2),
    'c/oar/index.md': day(2),
  })
  expect(new Set([...posts.values()].map(({ id }) => id)).size).toBe(3)
  expect(posts.get('c/oar/index.md')?.id).toBe(plain(day(2), 'oar.md'))
})
