import { expect, test } from 'vitest'
import type { TimelineDay } from '#core/selection/calendar.ts'
import { countFresh, listSameDays, toSeen } from './left-off.ts'

/** Days with their numbers of posts, oldest first; a day of no name is undated. */
function makeDays(...counts: [day: string, posts: number][]): TimelineDay[] {
  let start = 0
  return counts.map(([day, posts]) => {
    start += posts
    const span = { start: start - posts, end: start }
    return day === '' ? span : { day, start: span.start, end: span.end }
  })
}

const seen = { day: '2020-03-02', posts: 3 }

test.each<[string, TimelineDay[], typeof seen | undefined, number]>([
  ['nothing is new on the first visit', makeDays(['2020-03-02', 3]), undefined, 0],
  [
    'nothing is new where nothing was added',
    makeDays(['2020-03-01', 9], ['2020-03-02', 3]),
    seen,
    0,
  ],
  ['later posts of the same day are new', makeDays(['2020-03-02', 5]), seen, 2],
  ['later days are new', makeDays(['2020-03-02', 3], ['2020-03-09', 4]), seen, 4],
  ['posts added to an older day are not', makeDays(['2020-03-01', 99], ['2020-03-02', 3]), seen, 0],
  ['a day that lost posts has none', makeDays(['2020-03-02', 1], ['2020-03-03', 2]), seen, 2],
  ['a day that is gone does not count', makeDays(['2020-03-01', 1], ['2020-03-03', 2]), seen, 2],
  ['undated posts are not new', makeDays(['', 7], ['2020-03-01', 1]), seen, 0],
  ['an empty archive has nothing new', [], seen, 0],
])('%s', (_, days, before, expected) => {
  expect(countFresh(days, before)).toBe(expected)
})

test('a device has seen the newest day, which undated posts are not', () => {
  expect(toSeen(makeDays(['', 2], ['2020-03-01', 1], ['2020-03-02', 3]))).toEqual(seen)
  expect(toSeen(makeDays(['', 2]))).toBeUndefined()
  expect(toSeen([])).toBeUndefined()
})

test('the same days are those of other years, the newest first', () => {
  const days = makeDays(['2018-03-02', 1], ['2019-03-02', 1], ['2019-12-03', 1], ['2020-03-02', 1])
  expect(listSameDays(days, '2020-03-02')).toEqual(['2019-03-02', '2018-03-02'])
  expect(listSameDays(days, '2024-02-29')).toEqual([])
})
