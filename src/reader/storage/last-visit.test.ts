import { expect, test } from 'vitest'
import { parseLastVisit, toNextVisit } from './last-visit.ts'

const hour = 3_600_000
const old = { day: '2020-03-01', posts: 1 }
const now = { day: '2020-03-02', posts: 3 }

test.each([
  ['nothing', null],
  ['no JSON', '{'],
  ['null', 'null'],
  ['another shape', '[1]'],
  ['a day that is none', JSON.stringify({ at: 1, now: { day: '<b>', posts: 1 } })],
  ['a negative number', JSON.stringify({ at: 1, now: { day: '2020-01-01', posts: -1 } })],
])('%s is no visit', (_, stored) => {
  expect(parseLastVisit(stored)).toBeUndefined()
})

test('a visit is read as it was written', () => {
  const visit = { at: 5, now, before: old }
  expect(parseLastVisit(JSON.stringify(visit))).toEqual(visit)
})

test.each([
  ['the first visit has nothing before it', undefined, { at: 9, now }],
  ['within an hour it is the same visit', { at: 0, now: old }, { at: hour - 1, now }],
  [
    'the same visit keeps what was before it',
    { at: 0, now, before: old },
    { at: 9, now, before: old },
  ],
  ['after an hour it is another one', { at: 0, now: old }, { at: hour, now, before: old }],
  [
    'a clock that was set back begins another one',
    { at: 9, now: old },
    { at: 8, now, before: old },
  ],
])('%s', (_, last, expected) => {
  expect(toNextVisit(last, { at: expected.at, now })).toEqual(expected)
})
