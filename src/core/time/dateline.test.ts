import { describe, expect, test } from 'vitest'
import { distanceMs, parseDateline } from './dateline.ts'

/** Formats the readings as a day or an instant. */
function toReadings(text: string): string[] {
  return parseDateline(text).map(({ day, clockMs }) =>
    clockMs === undefined ? day : new Date(Date.parse(`${day}T00:00:00Z`) + clockMs).toISOString(),
  )
}

describe('a dateline', () => {
  test.each([
    ['30/08/2020 - 22:43', ['2020-08-30T22:43:00.000Z']],
    ['02/04/2014 - 09:36', ['2014-04-02T09:36:00.000Z', '2014-02-04T09:36:00.000Z']],
    ['04/04/2014 - 09:36', ['2014-04-04T09:36:00.000Z']],
    ['星期二, 02/04/2014 - 09:36', ['2014-02-04T09:36:00.000Z']],
    ['星期四, 07/17/2014 - 08:58', ['2014-07-17T08:58:00.000Z']],
    ['在 星期四, 07/17/2014 - 08:58 提交', ['2014-07-17T08:58:00.000Z']],
    ['週日, 30.08.2020', ['2020-08-30']],
    ['2019-05-02T10:00:00+08:00', ['2019-05-02T10:00:00.000Z']],
    ['2014年10月12日', ['2014-10-12']],
    ['2018 年 8 月 4 日', ['2018-08-04']],
    ['2018年8月4號 星期六', ['2018-08-04']],
    ['2018年8月4日 下午 3:05', ['2018-08-04T15:05:00.000Z']],
    ['2018年8月4日 15时30分', ['2018-08-04T15:30:00.000Z']],
    ['October 12, 2014', ['2014-10-12']],
    ['Sunday, Oct. 12th, 2014 at 9:05 PM', ['2014-10-12T21:05:00.000Z']],
    ['12 Oct 2014 12:05 a.m.', ['2014-10-12T00:05:00.000Z']],
    ['2014.10.12', ['2014-10-12']],
    ['2014/10/12', ['2014-10-12']],
    ['2020-08-30 22:43', ['2020-08-30T22:43:00.000Z']],
    ['2020-08-30 22:43:01', ['2020-08-30T22:43:01.000Z']],
    ['发布于 2020-08-30', ['2020-08-30']],
  ])('%s reads as %j', (text, expected) => {
    expect(toReadings(text)).toEqual(expected)
  })

  test.each([
    '',
    'yesterday',
    '22:43',
    '2014',
    '31/31/2014',
    '2014年13月12日',
    '30/08/20 - 22:43',
    '30/08/2020 - 25:43',
    'Octopus 12, 2014',
    'call 2014-10-12 or 555-1234',
    '2014-02-30',
    '1949-10-01',
    '14 October 1066',
    `${'x'.repeat(80)} 2014-10-12`,
  ])('%s is rejected', (text) => {
    expect(parseDateline(text)).toEqual([])
  })

  test('ignores a weekday that agrees with neither reading', () => {
    expect(toReadings('星期日, 02/04/2014 - 09:36')).toHaveLength(2)
  })
})

test('the distance to a day without a time counts from its nearer end', () => {
  const [day] = parseDateline('2014-10-12')
  const at = (text: string) => (day ? distanceMs(day, Date.parse(text)) : undefined)
  expect(at('2014-10-12T20:00:00Z')).toBe(0)
  expect(at('2014-10-13T00:00:00Z')).toBe(1)
  expect(at('2014-10-11T23:00:00Z')).toBe(3_600_000)
})
