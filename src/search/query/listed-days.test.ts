import { expect, test } from 'vitest'
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
