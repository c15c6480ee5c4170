import { describe, expect, test } from 'vitest'
import { isTimeZone } from '#builder/ground/text/time-zone.ts'
import { toSortInstant, toZoneDay } from './zone-time.ts'

describe('toZoneDay', () => {
  test.each([
    ['2020-08-30T21:56:11Z', 'UTC', '2020-08-30'],
    ['2020-08-30T21:56:11Z', 'Asia/Shanghai', '2020-08-31'],
    ['2020-01-01T02:00:00Z', 'America/New_York', '2019-12-31'],
    ['2020-01-01T10:30:00Z', 'Pacific/Kiritimati', '2020-01-02'],
    ['2020-07-01T18:29:59Z', 'Asia/Kolkata', '2020-07-01'],
    ['2020-07-01T18:30:00Z', 'Asia/Kolkata', '2020-07-02'],
  ])('%s in %s falls on %s', (publishedAt, zone, day) => {
    expect(toZoneDay({ publishedAt }, zone)).toBe(day)
  })

  test('a day alone is the same day in every zone', () => {
    expect(toZoneDay({ publishedOn: '2020-01-01' }, 'Pacific/Pago_Pago')).toBe('2020-01-01')
  })

  test('an undated post falls on no day', () => {
    expect(toZoneDay({}, 'UTC')).toBeUndefined()
  })
})

describe('toSortInstant', () => {
  test.each([
    ['UTC', '2020-01-01T00:00:00.000Z'],
    ['Asia/Shanghai', '2019-12-31T16:00:00.000Z'],
    ['Pacific/Kiritimati', '2019-12-31T10:00:00.000Z'],
    ['Pacific/Pago_Pago', '2020-01-01T11:00:00.000Z'],
  ])('a day alone starts at its midnight in %s', (zone, instant) => {
    expect(new Date(toSortInstant({ publishedOn: '2020-01-01' }, zone)).toISOString()).toBe(instant)
  })

  test('a day whose midnight does not exist starts at its first moment', () => {
    const instant = toSortInstant({ publishedOn: '2018-11-04' }, 'America/Sao_Paulo')
    expect(new Date(instant).toISOString()).toBe('2018-11-04T03:00:00.000Z')
  })

  test('an undated post sorts before everything', () => {
    expect(toSortInstant({}, 'UTC')).toBe(-Infinity)
  })
})

test.each([
  ['UTC', true],
  ['Asia/Taipei', true],
  ['America/Argentina/Buenos_Aires', true],
  ['+08:00', false],
  ['Mars/Olympus', false],
  ['', false],
])('isTimeZone(%j) is %j', (name, known) => {
  expect(isTimeZone(name)).toBe(known)
})
