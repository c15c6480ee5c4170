import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayNameDays } from '#core/selection/query-days.ts'
import { listDays, toDaysKey } from './listed-days.ts'

test.each([
  ['none without a date', 'sea OR (tag:2022 2022)', []],
  [
    'those in groups and excluded ones, each once',
    'after:2022 sea OR (wall -date:2021) (after:2022-01-01)',
    ['2022-01-01..', '2021-01-01..2021-12-31'],
  ],
  ['none that do not exist', 'date:2022-13 before:x', []],
  ['none beyond what is read of a query', `${'x'.repeat(4_000)} date:2022`, []],
])('the days of a query are %s', (_, query, days) => {
  expect(listDays(query).map(toDaysKey)).toEqual(days)
})

const signs = [' ', '(', '）', '|', '-', '"', '「', '」', '\u00a0', '\u0301', '..']
const piece = fc.constantFrom('sea', 'title:', 'OR', '年', ...signs)
const field = fc.constantFrom('date:', 'Ａｆｔｅｒ：', 'before:', 'date:(')
const pieces = fc.array(piece, { maxLength: 5 }).map((some) => some.join(''))

test('every query that names days is known as one before it is read', () => {
  fc.assert(
    fc.property(pieces, field, pieces, (before, name, after) => {
      const query = `${before}${name}2022${after}`
      expect(mayNameDays(query) || listDays(query).length === 0).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})
