import { expect, test } from 'vitest'
import { parseRetryAfter } from './retry-after.ts'

const now = 'Mon, 09 Mar 2020 10:00:00 GMT'

test.each([
  ['seconds', '120', 120_000],
  ['zero seconds', '0', 0],
  ['a date', 'Mon, 09 Mar 2020 10:00:30 GMT', 30_000],
  ['a date in the past', 'Mon, 09 Mar 2020 09:00:00 GMT', 0],
  ['no header', undefined, undefined],
  ['a word', 'soon', undefined],
  ['a negative number', '-5', undefined],
  ['a date without a zone', '2020-03-09 10:00:30', undefined],
  ['an invalid date', 'xx GMT', undefined],
])('%s', (_, value, waitMs) => {
  expect(parseRetryAfter(value, now)).toBe(waitMs)
})

test('ignores a date when the host sends no Date header', () => {
  expect(parseRetryAfter('Mon, 09 Mar 2020 10:00:30 GMT', undefined)).toBeUndefined()
})
