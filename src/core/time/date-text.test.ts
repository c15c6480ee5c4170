import { describe, expect, test } from 'vitest'
import { parseDateText, parseMonthName, toWrittenMs } from './date-text.ts'

function toIso(text: string): string | undefined {
  const date = parseDateText(text)
  if (!date) return undefined
  return date.clockMs === undefined ? date.day : new Date(toWrittenMs(date)).toISOString()
}

describe('a written date', () => {
  test.each([
    ['2020-08-30T21:56:11.000Z', '2020-08-30T21:56:11.000Z'],
    ['2020-08-30T21:56:11Z', '2020-08-30T21:56:11.000Z'],
    ['2020-08-30T21:56:11.250Z', '2020-08-30T21:56:11.250Z'],
    ['2020-08-30T21:56:11.123456789Z', '2020-08-30T21:56:11.123Z'],
    ['2014-02-04T09:36:39+01:00', '2014-02-04T08:36:39.000Z'],
    ['2014-02-04T09:36:39+0100', '2014-02-04T08:36:39.000Z'],
    ['2014-02-04T09:36:39+01', '2014-02-04T08:36:39.000Z'],
    ['2014-02-04T09:36:39-09:30', '2014-02-04T19:06:39.000Z'],
    ['2020-08-30 21:56:11 +0800', '2020-08-30T13:56:11.000Z'],
    ['2020-08-30 21:56 +08:00', '2020-08-30T13:56:00.000Z'],
    ['2020-08-30 21:56:11 UTC', '2020-08-30T21:56:11.000Z'],
    ['2020-08-30 21:56', '2020-08-30T21:56:00.000Z'],
    ['2020-8-3 9:05', '2020-08-03T09:05:00.000Z'],
    ['2020/08/30 21:56:11', '2020-08-30T21:56:11.000Z'],
    [' 2020-08-30 ', '2020-08-30'],
    ['2020.08.30', '2020-08-30'],
    ['Sun, 30 Aug 2020 21:56:11 +0000', '2020-08-30T21:56:11.000Z'],
    ['30 August 2020', '2020-08-30'],
    ['1969-07-20T20:17:40Z', '1969-07-20T20:17:40.000Z'],
    ['1912-01-01 10:00:00 +0800', '1912-01-01T02:00:00.000Z'],
    ['0079-08-24', '0079-08-24'],
    ['2101-01-01', '2101-01-01'],
  ])('%s is %s', (text, expected) => {
    expect(toIso(text)).toBe(expected)
  })

  test.each([
    '',
    'last week',
    '2020',
    '2020-08',
    '2020-08-32',
    '2020-02-30T00:00:00Z',
    '20-08-30',
    '2020-08-30T24:00:00Z',
    '2020-08-30T21:60:00Z',
    '2020-08-30T21:56:60Z',
    '2020-08-30T21:56:11+15:00',
    '2020-08-30T21:56:11+08:75',
    '2020-08-30T21:56:11 CST',
    '0000-00-00',
    '2020-08/30',
    '1598824571',
    '30 Augenblick 2020',
    'NaN',
    '2020-08-30T21:56:11Z or so',
  ])('%s is rejected', (text) => {
    expect(parseDateText(text)).toBeUndefined()
  })

  test('B6 never rolls an invalid month over into another year', () => {
    expect(parseDateText('2020-13-45')).toBeUndefined()
    expect(parseDateText('2020-13-45T00:00:00Z')).toBeUndefined()
  })

  test.each([
    ['2014-02-04T09:36:39+01:00', true],
    ['2014-02-04T09:36:39+00:00', true],
    ['2014-02-04T09:36:39Z', false],
    ['2014-02-04T09:36:39 UTC', false],
    ['2014-02-04T09:36:39', false],
    ['2014-02-04', false],
  ])('%s has its own offset: %s', (text, expected) => {
    expect(parseDateText(text)?.hasOwnOffset).toBe(expected)
  })

  test('the offset stays unknown when none is written', () => {
    expect(parseDateText('2014-02-04 09:36')?.offsetMinutes).toBeUndefined()
    expect(parseDateText('2014-02-04 09:36Z')?.offsetMinutes).toBe(0)
  })
})

test('recognizes English months by their first letters', () => {
  expect(['January', 'feb', 'Sept', 'DECEMBER', 'Monat', ''].map(parseMonthName)).toEqual([
    1,
    2,
    9,
    12,
    undefined,
    undefined,
  ])
})
