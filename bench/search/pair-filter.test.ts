import { expect, test } from 'vitest'
import { parseQuery } from '#search/query/parse-query.ts'
import { listPairs, PairFilter } from './pair-filter.ts'

test.each([
  ['a piece of the text', '港口的灯', true],
  ['a piece of the other text', 'quay', true],
  ['a single character, which has no pair', '灯', true],
  ['pairs that stand apart, which only a look at the text tells', '"along the lamps"', true],
  ['what the text parts otherwise', '"口的 灯"', false],
  ['a pair that is in no text', '灯港', false],
  ['all clauses', '港口 quay', true],
  ['a clause that cannot hold', '港口 harbour', false],
  ['a clause that is excluded', '港口 -harbour', true],
])('lets through what may be there: %s', (_, query, expected) => {
  const filter = new PairFilter()
  filter.fill('港口的灯', 'the lamps along the quay')
  expect(filter.mayHold(listPairs(parseQuery(query)))).toBe(expected)
})

test('forgets the post before', () => {
  const filter = new PairFilter()
  filter.fill('港口')
  filter.fill('')
  expect(filter.mayHold(listPairs(parseQuery('港口')))).toBe(false)
})
