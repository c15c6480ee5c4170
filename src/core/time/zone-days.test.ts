import { describe, expect, test } from 'vitest'
import { dayMs, listDayChanges } from './zone-days.ts'
import { toOffsetMs, toOffsetText } from './zone-offset.ts'

const hourMs = 3_600_000

describe('an offset from UTC', () => {
  test.each([
    ['UTC', '2020-08-30T21:56:11Z', 'UTC'],
    ['Asia/Shanghai', '2020-08-30T21:56:11Z', 'UTC+8'],
    ['Asia/Shanghai', '1988-07-01T00:00:00Z', 'UTC+9'],
    ['America/St_Johns', '2020-01-15T00:00:00Z', 'UTC−3:30'],
    ['America/St_Johns', '2020-07-15T00:00:00Z', 'UTC−2:30'],
    ['Asia/Kathmandu', '2020-01-15T00:00:00.999Z', 'UTC+5:45'],
    ['Asia/Kathmandu', '1985-12-31T18:00:00Z', 'UTC+5:30'],
    ['Australia/Lord_Howe', '2020-01-15T00:00:00Z', 'UTC+11'],
    ['Australia/Lord_Howe', '2020-07-15T00:00:00Z', 'UTC+10:30'],
    ['Pacific/Kiritimati', '2020-01-15T00:00:00Z', 'UTC+14'],
    ['Pacific/Kiritimati', '1994-12-30T00:00:00Z', 'UTC−10'],
    ['Etc/GMT+12', '2020-01-15T00:00:00Z', 'UTC−12'],
    ['Europe/London', '1969-12-31T23:59:59.250Z', 'UTC+1'],
    ['Africa/Monrovia', '1970-01-01T00:00:00Z', 'UTC−0:45'],
  ])('of %s at %s is %s', (timeZone, instant, text) => {
    expect(toOffsetText(toOffsetMs(Date.parse(instant), timeZone))).toBe(text)
  })

  test('has its seconds, though no text shows them', () => {
    expect(toOffsetMs(0, 'Africa/Monrovia')).toBe(-(44 * 60 + 30) * 1000)
  })
})

/** The day changes between two instants, each as the local day and the hours until the next change. */
function listDays(timeZone: string, from: string, to: string): [string, number][] {
  const end = Date.parse(to)
  const changes = listDayChanges(timeZone, Date.parse(from), end)
  return changes.map(({ ms, day }, at) => [
    new Date(day * dayMs).toISOString().slice(0, 10),
    ((changes[at + 1]?.ms ?? end) - ms) / hourMs,
  ])
}

test.each([
  ['Europe/Paris', 9 * 60 + 21],
  ['Asia/Shanghai', (8 * 60 + 5) * 60 + 43],
])('the days of %s before its first change of offset begin at its own midnight', (zone, east) => {
  const [, ...changes] = listDayChanges(
    zone,
    Date.parse('0099-12-30T12:00:00Z'),
    Date.parse('0100-01-02T12:00:00Z'),
  )
  expect(changes).toHaveLength(3)
  for (const { ms, day } of changes) expect(day * dayMs - ms).toBe(east * 1000)
})

describe('the days of a zone', () => {
  test.each<[string, string, string, string, [string, number][]]>([
    [
      'begin at its own midnight',
      'Asia/Shanghai',
      '2020-08-30T15:00:00Z',
      '2020-08-31T17:00:00Z',
      [
        ['2020-08-30', 1],
        ['2020-08-31', 24],
        ['2020-09-01', 1],
      ],
    ],
    [
      'have 23 hours where clocks go forward',
      'Europe/Paris',
      '2021-03-27T23:00:00Z',
      '2021-03-29T22:00:00Z',
      [
        ['2021-03-28', 23],
        ['2021-03-29', 24],
      ],
    ],
    [
      'have 25 hours where clocks go back',
      'America/New_York',
      '2021-11-07T04:00:00Z',
      '2021-11-09T05:00:00Z',
      [
        ['2021-11-07', 25],
        ['2021-11-08', 24],
      ],
    ],
    [
      'begin at one o’clock where midnight is left out',
      'America/Sao_Paulo',
      '2018-11-03T03:00:00Z',
      '2018-11-05T02:00:00Z',
      [
        ['2018-11-03', 24],
        ['2018-11-04', 23],
      ],
    ],
    [
      'come twice where clocks go back over midnight',
      'America/St_Johns',
      '2010-11-06T02:30:00Z',
      '2010-11-07T03:30:00Z',
      [
        ['2010-11-06', 24],
        ['2010-11-07', 1 / 60],
        ['2010-11-06', 59 / 60],
      ],
    ],
    [
      'leave out the day that Samoa never had',
      'Pacific/Apia',
      '2011-12-29T10:00:00Z',
      '2011-12-31T10:00:00Z',
      [
        ['2011-12-29', 24],
        ['2011-12-31', 24],
      ],
    ],
    [
      'come before 1970 as well',
      'Asia/Tokyo',
      '1969-12-30T15:00:00Z',
      '1970-01-01T15:00:00Z',
      [
        ['1969-12-31', 24],
        ['1970-01-01', 24],
      ],
    ],
    [
      'keep a change of offset that lasted a week',
      'America/Boa_Vista',
      '2000-10-08T04:00:00Z',
      '2000-10-16T04:00:00Z',
      [
        ['2000-10-08', 23],
        ...['09', '10', '11', '12', '13'].map((day): [string, number] => [`2000-10-${day}`, 24]),
        ['2000-10-14', 25],
        ['2000-10-15', 24],
      ],
    ],
  ])('%s: %s', (_, timeZone, from, to, days) => {
    expect(listDays(timeZone, from, to)).toEqual(days)
  })
})
