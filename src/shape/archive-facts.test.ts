import { expect, test } from 'vitest'
import { rankLanguages, toArchiveSpan } from './archive-facts.ts'

test('the most frequent language is the first one, and equals stand by their code units', () => {
  expect(rankLanguages(['en', 'zh', undefined, 'zh', 'de', undefined])).toEqual(['zh', 'de', 'en'])
})

test.each([
  ['no post', [], undefined],
  ['posts without a day', [{}, {}], undefined],
  [
    'a post with a day alone, and one with a time',
    [{}, { publishedOn: '2020-02-01' }, { publishedAt: '2020-02-03T04:05:06Z' }, {}],
    { first: '2020-02-01T00:00:00Z', last: '2020-02-03T04:05:06Z' },
  ],
])('the span of %s', (_, posts, span) => {
  expect(toArchiveSpan(posts)).toEqual(span)
})
