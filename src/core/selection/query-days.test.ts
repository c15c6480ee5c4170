import { expect, test } from 'vitest'
import { mayNameDays } from './query-days.ts'

test.each([
  ['date:2020', true],
  ['sea -(wall OR After:2020)', true],
  ['sea｜ｄａｔｅ：２０２０', true],
  ['-before:2020', true],
  ['"sea"date:2020', true],
  ['update:2020', false],
  ['date', false],
  ['sea before 2020', false],
  [`${'x'.repeat(4_000)} date:2020`, false],
])('whether %s may name days: %s', (query, named) => {
  expect(mayNameDays(query)).toBe(named)
})
