import { expect, test } from 'vitest'
import { parseRetryAfter } from './retry-after.ts'

const now = 'Mon, 09 Mar 2020 10:00:00 GMT'

test.each([
  ['seconds', '120', 120_000],
  ['no time', '0', 0],
  ['a date', 'Mon, 09 Mar 2020 10:00:30 GMT', 30_000],
  ['a date gone by', 'Mon, 09 Mar 2020 09:00:00 GMT', 0],
  ['no header', undefined, undefined],
  ['a word', 'soon', undefined],
  ['less than nothing', '-5', undefined],
  ['a date in no zone', '2020-03-09 10:00:30', undefined],
  ['no date at all', 'xx GMT', undefined],
])('%s', (_, value, waitMs) => {
  expect(parseRetryAfter(value, now)).toBe(waitMs)
})

test('a date means nothing where the host does not tell its time', () => {
  expect(parseRetryAfter('Mon, 09 Mar 2020 10:00:30 GMT', undefined)).toBeUndefined()
})
