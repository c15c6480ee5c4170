import { expect, test } from 'vitest'
import type { PageChoice } from '#builder/site/plan/build-options.ts'
import type { CachedFacts } from '#builder/archive/post/cached-post.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import { buildFacets } from '#builder/site/shape/facet-index.ts'
import { makeCachedPost, makePostId } from '#builder/testing/make-cached-post.ts'
import { listAllPaths, planLists, type ListSource } from './list-plan.ts'

const newest = makePostId('2020-01-01-aaaaaaaa')

const makePost = (row: Partial<CachedFacts>, supersededBy?: typeof newest): OrderedPost => ({
  cached: makeCachedPost({ row }),
  id: newest,
  instant: 0,
  versions: undefined,
  supersededBy,
  recurring: 0,
})

function makeSource(posts: OrderedPost[], pages: PageChoice = 'all'): ListSource {
  return { posts, facets: buildFacets(posts), options: { timeZone: 'UTC', pages } }
}

const posts = [
  makePost({ tags: ['tea'] }),
  makePost({ tags: ['tea', 'lost'], publishedOn: '2020-01-01' }, newest),
  makePost({ tags: ['tea'], publishedOn: '2020-02-01' }),
]

test('lists show newest versions, and older ones only where the list would else be empty', () => {
  const { months, facets } = planLists(makeSource(posts))
  const tags = facets.find(({ facet }) => facet === 'tag')?.values ?? []
  const shown = tags.map(({ value, rows, toOrdinals }) => [value, rows, [...toOrdinals()]])
  expect(shown).toEqual([
    ['tea', 2, [0, 2]],
    ['lost', 1, [1]],
  ])
  expect(months.map(({ path, rows }) => [path, rows])).toEqual([
    ['browse/month/undated/', 1],
    ['browse/month/2020-01/', 1],
    ['browse/month/2020-02/', 1],
  ])
})

test('lists the path of every page of every list, without categories that equal the tags', () => {
  const many = Array.from({ length: 160 }, () => makePost({ tags: ['tea'] }))
  expect(
    [...listAllPaths(makeSource(many))].map((path) => path.replace(/-[a-z2-7]{10}/, '#')),
  ).toEqual([
    'browse/',
    'browse/month/undated/1/',
    'browse/month/undated/',
    'browse/tag/',
    'browse/tag/tea#/1/',
    'browse/tag/tea#/',
    'browse/collection/',
    'browse/collection/harbour#/1/',
    'browse/collection/harbour#/',
  ])
})

test('a site without pages of posts has no lists', () => {
  expect([...listAllPaths(makeSource(posts, 'none'))]).toEqual([])
})
