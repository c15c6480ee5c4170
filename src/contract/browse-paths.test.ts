import { describe, expect, test } from 'vitest'
import {
  countListPages,
  cutListPage,
  parseBrowsePath,
  toListPagePath,
  toListPath,
} from './browse-paths.ts'

describe('pages of a list', () => {
  test.each([
    ['an empty list has one page', 0, [[0, 0]]],
    ['a short list has one page', 149, [[0, 149]]],
    [
      'a page of a hundred is closed once the next has fifty rows',
      150,
      [
        [0, 100],
        [100, 150],
      ],
    ],
    [
      'one more post changes only the newest page',
      249,
      [
        [0, 100],
        [100, 249],
      ],
    ],
  ])('%s', (_, rows, pages) => {
    const cuts = Array.from({ length: countListPages(rows) }, (_value, at) => {
      const { start, end } = cutListPage(rows, at + 1)
      return [start, end]
    })
    expect(cuts).toEqual(pages)
  })

  test('the newest page has the path of the list, older ones end in their number', () => {
    const path = toListPath({ month: '2020-08' })
    expect([1, 2, 3].map((page) => toListPagePath(path, 260, page))).toEqual([
      'browse/month/2020-08/1/',
      'browse/month/2020-08/2/',
      'browse/month/2020-08/',
    ])
  })
})

const tea = toListPath({ facet: 'tag', value: '茶 tea' })
const [, , teaName = ''] = tea.split('/')

test.each([
  ['browse/', { kind: 'all' }],
  ['browse/tag', { kind: 'facet', facet: 'tag' }],
  ['browse/tag/2/', { kind: 'facet', facet: 'tag' }],
  [tea, { kind: 'value', facet: 'tag', name: teaName, page: undefined }],
  [`${tea}3/`, { kind: 'value', facet: 'tag', name: teaName, page: 3 }],
  ['browse/month/2020-08/2/', { kind: 'month', month: '2020-08' }],
  ['browse/month/undated/', { kind: 'month', month: undefined }],
  ['browse/month/august/', undefined],
  ['browse/nothing/x/', undefined],
  [`${tea}three/`, undefined],
  [`${tea}3/4/`, undefined],
  ['posts/tag/', undefined],
])('the path %s refers to %o', (path, target) => {
  expect(parseBrowsePath(path)).toEqual(target)
})
