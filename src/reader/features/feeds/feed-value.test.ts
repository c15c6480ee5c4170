import { expect, test } from 'vitest'
import type { Manifest } from '#contract/manifest.ts'
import { parseTimelineFilter } from '#core/selection/timeline-filter.ts'
import { toFeedValue } from './feed-value.ts'

const facets = [
  { facet: 'tag', dictionary: 'abcdefghijklmnopqrstuvwx23', values: 2 },
  { facet: 'category', dictionary: 'abcdefghijklmnopqrstuvwx23', values: 2, twin: true },
  { facet: 'language', dictionary: 'abcdefghijklmnopqrstuvwx23', values: 2 },
] as Manifest['facets']
const feeds: Manifest['feeds'] = { facets: ['tag', 'author', 'source'] }

test.each([
  ['one tag', 'tag=sea', { facet: 'tag', value: 'sea' }],
  ['one author, oldest first', 'author=A&sort=oldest', { facet: 'author', value: 'A' }],
  ['a category that is a tag too', 'category=sea', { facet: 'tag', value: 'sea' }],
  ['the open timeline', '', undefined],
  ['two tags', 'tag=sea&tag=wall', undefined],
  ['the tag of a tag and an author', 'tag=sea&author=A', { facet: 'tag', value: 'sea' }],
  ['all but one tag', 'not-tag=sea', undefined],
  ['a tag in a year', 'tag=sea&year=2020', { facet: 'tag', value: 'sea' }],
  ['a tag since a day', 'tag=sea&from=2020-01-01', { facet: 'tag', value: 'sea' }],
  ['a tag and a search', 'tag=sea&q=wall', { facet: 'tag', value: 'sea' }],
  [
    'the author of two tags and an author',
    'tag=sea&tag=wall&author=A',
    { facet: 'author', value: 'A' },
  ],
  ['a day', 'from=2020-01-01&to=2020-01-01', undefined],
  ['a language, which has no feed', 'language=en', undefined],
])('%s maps to the feed of %j', (_, query, expected) => {
  const filter = parseTimelineFilter(new URLSearchParams(query))
  expect(toFeedValue(filter, { feeds, facets })).toEqual(expected)
})

test('an archive without feeds has none to offer', () => {
  const filter = parseTimelineFilter(new URLSearchParams('tag=sea'))
  expect(toFeedValue(filter, { feeds: undefined, facets })).toBeUndefined()
})
