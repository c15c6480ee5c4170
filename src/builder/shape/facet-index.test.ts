import { expect, test } from 'vitest'
import { makeDraft, makePostId } from '../testing/make-draft.ts'
import { buildFacets } from './facet-index.ts'

const row = (fields: Parameters<typeof makeDraft>[0]) => makeDraft(fields).row

const table = (rows: Parameters<typeof buildFacets>[0]) =>
  Object.fromEntries(
    buildFacets(rows).map(({ facet, values }) => [
      facet,
      values.map(({ value, count, ordinals }) => [value, count, ordinals]),
    ]),
  )

test('values stand most frequent first, then by code units, each with its ordinals', () => {
  const rows = [
    row({ row: { tags: ['tea', 'birds'] } }),
    row({ row: { tags: ['tea'] } }),
    row({ row: { tags: ['茶'] } }),
  ]
  expect(table(rows)['tag']).toEqual([
    ['tea', 2, [0, 1]],
    ['birds', 1, [0]],
    ['茶', 1, [2]],
  ])
})

test('older versions are listed but not counted', () => {
  const newest = makePostId('2020-01-01-aaaaaaaa')
  const rows = [
    { ...row({ row: { tags: ['tea'] } }), supersededBy: newest },
    row({ row: { tags: ['tea'] } }),
  ]
  expect(table(rows)['tag']).toEqual([['tea', 1, [0, 1]]])
})

test.each(['__proto__', 'constructor', 'toString'])('the tag %s is a tag like any other', (tag) => {
  expect(table([row({ row: { tags: [tag] } })])['tag']).toEqual([[tag, 1, [0]]])
})

test('a tag given twice lists its post once', () => {
  expect(table([row({ row: { tags: ['tea', 'tea'] } })])['tag']).toEqual([['tea', 1, [0]]])
})

test('facets that nobody has are left out, and a single collection too', () => {
  expect(Object.keys(table([row({})]))).toEqual(['kind'])
  expect(Object.keys(table([row({}), row({ collection: 'tea' })]))).toEqual(['collection', 'kind'])
})

test('categories are twins only when they equal the tags of every post', () => {
  const twin = row({ row: { tags: ['tea'] } })
  const own = row({ row: { tags: ['tea'], categories: ['drinks'] } })
  const isTwin = (rows: (typeof twin)[]) =>
    buildFacets(rows).find(({ facet }) => facet === 'category')?.isTwin
  expect([isTwin([twin]), isTwin([twin, own])]).toEqual([true, false])
})
