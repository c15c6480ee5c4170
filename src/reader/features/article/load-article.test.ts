import { expect, test } from 'vitest'
import { findNearDay } from './load-article.ts'

const calendar = {
  timeZone: 'UTC',
  days: [
    { start: 0, end: 2 },
    { day: '2020-08-28', start: 2, end: 3 },
    { day: '2020-08-30', start: 3, end: 5 },
  ],
}

test.each([
  ['the day in the address', '2020-08-30-zzzzzzzz', { day: '2020-08-30', exact: true }],
  [
    'the day in the address when the rest is mangled',
    '2020-08-28',
    { day: '2020-08-28', exact: true },
  ],
  ['the nearest day with posts', '2020-09-15-zzzzzzzz', { day: '2020-08-30', exact: false }],
  [
    'the earlier of two days at the same distance',
    '2020-08-29-zzzzzzzz',
    { day: '2020-08-28', exact: false },
  ],
  [
    'the day nearest to one that does not exist',
    '2020-02-31x',
    { day: '2020-08-28', exact: false },
  ],
  ['nothing for an address without a day', 'undated-zzzzzzzz', undefined],
  ['nothing for nonsense', '"><script>', undefined],
  ['nothing for a day out of range', '2020-13-45-zzzzzzzz', undefined],
])('offers %s', (_, address, day) => {
  expect(findNearDay(calendar, address)).toEqual(day)
})
