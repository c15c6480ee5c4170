import { expect, test } from 'vitest'
import type { PostId } from '#core/post/post-id.ts'
import { makeCachedPost, makePostId } from '#builder/testing/make-cached-post.ts'
import { buildFacets } from './facet-index.ts'

const post = (fields: Parameters<typeof makeCachedPost>[0], supersededBy?: PostId) => ({
  cached: makeCachedPost(fields),
  supersededBy,
})

const table = (posts: Parameters<typeof buildFacets>[0]) =>
  Object.fromEntries(
    buildFacets(posts).map(({ facet, values }) => [
      facet,
      values.map(({ value, count, ordinals }) => [value, count, [...ordinals]]),
    ]),
  )

test('lists values by frequency, then by code units, each with its ordinals', () => {
  const posts = [
    post({ row: { tags: ['tea', 'birds'] } }),
    post({ row: { tags: ['tea'] } }),
    post({ row: { tags: ['茶'] } }),
  ]
  expect(table(posts)['tag']).toEqual([
    ['tea', 2, [0, 1]],
    ['birds', 1, [0]],
    ['茶', 1, [2]],
  ])
})

test('lists older versions but does not count them', () => {
  const newest = makePostId('2020-01-01-aaaaaaaa')
  const posts = [post({ row: { tags: ['tea'] } }, newest), post({ row: { tags: ['tea'] } })]
  expect(table(posts)['tag']).toEqual([['tea', 1, [0, 1]]])
})

test.each(['__proto__', 'constructor', 'toString'])('treats the tag %s like any other', (tag) => {
  expect(table([post({ row: { tags: [tag] } })])['tag']).toEqual([[tag, 1, [0]]])
})

test('lists a post once when it repeats a tag', () => {
  expect(table([post({ row: { tags: ['tea', 'tea'] } })])['tag']).toEqual([['tea', 1, [0]]])
})

test('leaves out facets without values, but keeps a single collection, because a search may name it', () => {
  expect(Object.keys(table([post({})]))).toEqual(['collection', 'kind', 'length', 'missing'])
})

test('an article has a range of minutes, and what it lacks; a video only what it lacks too', () => {
  const whole = { publishedOn: '2020-01-01', length: { count: 238 * 6, unit: 'words' } } as const
  const values = table([
    post({
      row: whole,
      sourceUrl: 'https://a.example/1',
      pictureHosts: [{ host: 'a.example', pictures: 1 }],
    }),
    post({ row: { ...whole, length: { count: 0, unit: 'words' } } }),
    post({ row: { kind: 'video', length: { count: 0, unit: 'words' } } }),
  ])
  expect(values['length']).toEqual([
    ['0', 1, [1]],
    ['5-9', 1, [0]],
  ])
  expect(values['missing']).toEqual([
    ['original', 2, [1, 2]],
    ['date', 1, [2]],
    ['picture', 1, [1]],
    ['text', 1, [1]],
  ])
})

test('categories are twins only when they equal the tags of every post', () => {
  const twin = post({ row: { tags: ['tea'] } })
  const own = post({ row: { tags: ['tea'], categories: ['drinks'] } })
  const isTwin = (posts: (typeof twin)[]) =>
    buildFacets(posts).find(({ facet }) => facet === 'category')?.isTwin
  expect([isTwin([twin]), isTwin([twin, own])]).toEqual([true, false])
})

test('treats derived facts as values, marked as derived where no front matter has them', () => {
  const derived = { author: 'Ada Lee', tags: ['tea', 'sea-wall'], categories: ['news'] }
  const posts = [
    post({ row: { tags: ['port'], author: 'Harbour', derived } }),
    post({ row: { tags: ['tea'] } }),
  ]
  const facets = buildFacets(posts)
  const list = (name: string) =>
    facets
      .find(({ facet }) => facet === name)
      ?.values.map(({ value, count, isDerived }) => [value, count, isDerived])
  expect(list('tag')).toEqual([
    ['tea', 2, false],
    ['port', 1, false],
    ['sea-wall', 1, true],
  ])
  expect(list('author')).toEqual([
    ['Ada Lee', 1, true],
    ['Harbour', 1, false],
  ])
  expect(list('category')).toContainEqual(['news', 1, true])
  expect(facets.some(({ isTwin }) => isTwin)).toBe(false)
})

test('lists a post under each of its authors', () => {
  const posts = [
    post({ row: { author: 'Ada Vale', coauthors: ['Ben Rook'] } }),
    post({ row: { author: 'Ben Rook' } }),
  ]
  const authors = buildFacets(posts).find(({ facet }) => facet === 'author')?.values
  expect(authors?.map(({ value, count }) => [value, count])).toEqual([
    ['Ben Rook', 2],
    ['Ada Vale', 1],
  ])
})

test('a label is a twin of an author of the same name with the same posts', () => {
  const keeper = post({ row: { author: 'Keeper', tags: ['Keeper', 'lamp'] } })
  const ada = post({ row: { author: 'Ada', tags: ['Ada'], categories: ['Ada', 'Keeper'] } })
  const twinsOf = (posts: (typeof keeper)[], name: string) =>
    buildFacets(posts)
      .find(({ facet }) => facet === name)
      ?.values.flatMap(({ value, isTwin }) => (isTwin ? [value] : []))
  expect(twinsOf([keeper, ada], 'tag')).toEqual(['Ada', 'Keeper'])
  expect(twinsOf([keeper, ada], 'category')).toEqual(['Ada'])
  expect(twinsOf([keeper, ada, post({ row: { tags: ['Ada'] } })], 'tag')).toEqual(['Keeper'])
  // With one author there is no group that could stand for the label.
  expect(twinsOf([keeper], 'tag')).toEqual([])
})
