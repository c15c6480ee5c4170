import { describe, expect, test } from 'vitest'
import { openFilter, parseTimelineFilter } from '#core/selection/timeline-filter.ts'
import {
  dayPath,
  facetPath,
  listPath,
  parseSiteBase,
  parseListState,
  timelinePath,
  toHref,
} from './paths.ts'

test.each([
  ['/', '/'],
  ['/sub/folder/', '/sub/folder/'],
  ['/~me/a.b-c_d/', '/~me/a.b-c_d/'],
  [undefined, '/'],
  ['', '/'],
  ['%BROADSHEET_BASE%', '/'],
  ['//attacker.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['/no-slash', '/'],
])('base %s is %s', (content, base) => {
  expect(parseSiteBase(content)).toBe(base)
})

test('hrefs start at the base', () => {
  expect(toHref('/posts/2020-08-30-abcdefgh', '/sub/folder/')).toBe(
    '/sub/folder/posts/2020-08-30-abcdefgh',
  )
  expect(toHref('data/x.json', '/')).toBe('/data/x.json')
})

describe('timeline paths', () => {
  test.each([
    ['the open timeline', timelinePath(openFilter), '/'],
    ['a day', dayPath('2020-08-30'), '/?from=2020-08-30&to=2020-08-30'],
    [
      'a value that needs encoding',
      facetPath('tag', 'a&b=c/社會'),
      '/?tag=a%26b%3Dc%2F%E7%A4%BE%E6%9C%83',
    ],
  ])('%s', (_name, path, expected) => {
    expect(path).toBe(expected)
  })

  test('round-trip any value', () => {
    const path = facetPath('author', '<img onerror=alert(1)> ?#%')
    const filter = parseTimelineFilter(new URL(path, 'https://site.example').searchParams)
    expect(filter.choices.get('author')?.include).toEqual(['<img onerror=alert(1)> ?#%'])
  })
})

test.each([
  ['nothing', null, ''],
  ['a list', { list: 'tag=x' }, 'tag=x'],
  ['something of another type', { list: 7 }, ''],
  ['text', 'list', ''],
])('list in a history state: %s', (_name, state, list) => {
  expect(parseListState(state)).toEqual({ list })
  expect(listPath({ list })).toBe(list === '' ? '/' : `/?${list}`)
})
