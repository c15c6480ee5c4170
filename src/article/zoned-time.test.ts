import { expect, test } from 'vitest'
import { toClockText, toZonedDay } from './zoned-time.ts'

test.each([
  ['2020-08-30T21:56:11Z', 'UTC', '2020-08-30', '21:56'],
  ['2020-08-30T21:56:11Z', 'Asia/Shanghai', '2020-08-31', '05:56'],
  ['2020-08-30T00:00:00Z', 'UTC', '2020-08-30', '00:00'],
  ['2020-08-30T04:00:00Z', 'America/New_York', '2020-08-30', '00:00'],
])('%s in %s is %s %s', (instant, zone, day, clock) => {
  expect(toZonedDay(instant, zone)).toBe(day)
  expect(toClockText(instant, zone)).toBe(clock)
})
