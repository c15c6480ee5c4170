import { expect, test } from 'vitest'
import type { Calendar } from '#core/selection/calendar.ts'
import { parseTimelineFilter } from '#core/selection/timeline-filter.ts'
import { listBoundParts, toDayBounds } from './clock-bounds.ts'

const bounds = (search: string) => toDayBounds(parseTimelineFilter(new URLSearchParams(search)))

test.each([
  ['', undefined, undefined],
  ['year=2020', '2020-01-01', '2020-12-31'],
  ['year=2022&year=2020', '2020-01-01', '2022-12-31'],
  ['year=2020&from=2020-03-09', '2020-03-09', '2020-12-31'],
  ['year=2020&from=2019-03-09&to=2020-02-01', '2020-01-01', '2020-02-01'],
  ['not-year=2020', undefined, undefined],
])('the days of %s are %s to %s', (search, from, to) => {
  expect(bounds(search)).toEqual({ from, to })
})

/** 200,000 posts: half of them in 2019, then as many on each of two days in 2020. */
const archive: Calendar = {
  timeZone: 'UTC',
  days: [
    { day: '2019-06-01', start: 0, end: 100_000 },
    { day: '2020-01-02', start: 100_000, end: 150_000 },
    { day: '2020-12-01', start: 150_000, end: 200_000 },
  ],
}

test.each([
  ['', [0, 65_536, 131_072, 196_608]],
  ['year=2019', [0, 65_536, 131_072]],
  ['from=2020-02-01', [131_072, 196_608]],
  ['to=2019-12-30', [0, 65_536]],
  ['year=2021', []],
])('a list of %s needs the times from %j on', (search, starts) => {
  expect(listBoundParts(archive, bounds(search), 4).map(({ start }) => start)).toEqual(starts)
})
