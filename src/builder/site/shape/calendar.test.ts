import { expect, test } from 'vitest'
import type { RowDates } from '#builder/archive/order/zone-time.ts'
import { buildCalendar } from './calendar.ts'

const toPosts = (rows: RowDates[]) => rows.map((row) => ({ cached: { row } }))

test('days hold consecutive ordinals, undated posts first', () => {
  const rows = [
    {},
    {},
    { publishedOn: '2020-08-30' },
    { publishedAt: '2020-08-30T21:56:11Z' },
    { publishedAt: '2020-09-01T00:00:00Z' },
  ]
  expect(buildCalendar(toPosts(rows), 'UTC')).toEqual({
    timeZone: 'UTC',
    days: [
      { start: 0, end: 2 },
      { day: '2020-08-30', start: 2, end: 4 },
      { day: '2020-09-01', start: 4, end: 5 },
    ],
  })
})

test('the same posts fall on other days in another zone', () => {
  const rows = [{ publishedAt: '2020-08-30T15:59:59Z' }, { publishedAt: '2020-08-30T16:00:00Z' }]
  expect(buildCalendar(toPosts(rows), 'Asia/Taipei').days).toEqual([
    { day: '2020-08-30', start: 0, end: 1 },
    { day: '2020-08-31', start: 1, end: 2 },
  ])
})

test('an empty archive has no days', () => {
  expect(buildCalendar([], 'UTC')).toEqual({ timeZone: 'UTC', days: [] })
})

test('a year or month alone is no day', () => {
  const rows = [
    { publishedOn: '2019-01-01', knownPart: '2019' },
    { publishedOn: '2019-01-01', knownPart: '2019-01' },
    { publishedOn: '2019-01-01' },
  ]
  expect(buildCalendar(toPosts(rows), 'Asia/Taipei').days).toEqual([
    { day: '2019', start: 0, end: 1 },
    { day: '2019-01', start: 1, end: 2 },
    { day: '2019-01-01', start: 2, end: 3 },
  ])
})
