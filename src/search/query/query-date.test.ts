import { describe, expect, test } from 'vitest'
import { findDateEnd, parseQueryDate } from './query-date.ts'

describe('date: means', () => {
  test.each([
    ['a year', '2022', '2022-01-01 2022-12-31'],
    ['a month', '2022-11', '2022-11-01 2022-11-30'],
    ['a month of one digit', '2022-2', '2022-02-01 2022-02-28'],
    ['February of a leap year', '2020-02', '2020-02-01 2020-02-29'],
    ['a day', '2022-11-24', '2022-11-24 2022-11-24'],
    ['a day with slashes', '2022/11/4', '2022-11-04 2022-11-04'],
    ['a day with dots', '2022.11.24', '2022-11-24 2022-11-24'],
    ['digits alone', '20221124', '2022-11-24 2022-11-24'],
    ['digits of a month', '202211', '2022-11-01 2022-11-30'],
    ['full-width digits', '２０２２－１１', '2022-11-01 2022-11-30'],
    ['a date whose next number is still missing', '2022-11-', '2022-11-01 2022-11-30'],
    ['a Chinese year', '2022年', '2022-01-01 2022-12-31'],
    ['a Chinese month', '2022年11月', '2022-11-01 2022-11-30'],
    ['a Chinese month that is not finished', '2022年11', '2022-11-01 2022-11-30'],
    ['a Chinese day', '2022年11月24日', '2022-11-24 2022-11-24'],
    ['a spoken Chinese day', '2022 年 11 月 24 号', '2022-11-24 2022-11-24'],
    ['Chinese numbers', '二〇二二年十一月二十四日', '2022-11-24 2022-11-24'],
    ['other Chinese numbers', '二零二二年十月廿四', '2022-10-24 2022-10-24'],
    ['a month by its name', 'November 2022', '2022-11-01 2022-11-30'],
    ['a short name', 'nov. 2022', '2022-11-01 2022-11-30'],
    ['a name without space', 'nov2022', '2022-11-01 2022-11-30'],
    ['a day as in America', 'November 24, 2022', '2022-11-24 2022-11-24'],
    ['a day as in Britain', '24 November 2022', '2022-11-24 2022-11-24'],
    ['a day by its number', '3rd Sept 2022', '2022-09-03 2022-09-03'],
    ['a name behind its year', '2022-Nov-24', '2022-11-24 2022-11-24'],
    ['a range', '2022-11-24..2022-12-05', '2022-11-24 2022-12-05'],
    ['a range of a month and a year', '2022-11..2023', '2022-11-01 2023-12-31'],
    ['a range in the other order', '2022-12..2022-11-24', '2022-11-24 2022-12-31'],
    ['a range that ends never', '2022-11..', '2022-11-01 -'],
    ['a range that begins never', '..2022-11', '- 2022-11-30'],
    ['a range with other signs', '2022年11月 至 2022年12月', '2022-11-01 2022-12-31'],
    ['a range with a dash', '2022—2023', '2022-01-01 2023-12-31'],
    ['a year before all posts', '1492', '1492-01-01 1492-12-31'],
    ['the last year', '9999', '9999-01-01 9999-12-31'],
  ])('%s', (_, text, days) => {
    const { from = '-', to = '-' } = parseQueryDate('date', text) ?? { from: 'none', to: '' }
    expect(`${from} ${to}`).toBe(days)
  })

  test.each([
    '',
    '..',
    'x',
    '2022-13',
    '2022-02-30',
    '2022-00',
    '2022-11-00',
    '31 June 2022',
    'Foobar 2022',
    '202',
    '0022',
    '2022年13月',
    '202213',
    '2022-11-24-1',
    '2022/11-24',
    '1..2..3',
    '2022..x',
    'yesterday',
    '2022 11',
  ])('nothing for %j', (text) => {
    expect(parseQueryDate('date', text)).toBeUndefined()
  })
})

test.each([
  ['after', '2022', { from: '2022-01-01' }],
  ['after', '2022-11', { from: '2022-11-01' }],
  ['after', '2022-11-24', { from: '2022-11-24' }],
  ['before', '2023', { to: '2022-12-31' }],
  ['before', '2022-03', { to: '2022-02-28' }],
  ['before', '2022-11-24', { to: '2022-11-23' }],
  ['after', '2022..2023', undefined],
  ['before', '..', undefined],
] as const)('%s:%s means %j', (field, text, bounds) => {
  expect(parseQueryDate(field, text)).toEqual(bounds)
})

test.each([
  ['a date', '2022-11 sea', '2022-11'],
  ['a date at the end', '2022-11', '2022-11'],
  ['a name and its year', 'november 2022 sea', 'november 2022'],
  ['a range with spaces', '2022-11 .. 2022-12 sea', '2022-11 .. 2022-12'],
  ['Chinese with spaces', '2022 年 11 月 海', '2022 年 11 月'],
  ['not the word behind a year', '2022 march of time', '2022'],
  ['not the number behind a year', '2022 11', '2022'],
  ['a date before a bracket', '2022) sea', '2022'],
  ['a date before a bar', '2022|2023', '2022'],
  ['nothing where another word begins so', '2022x', undefined],
  ['nothing where there is no date', 'sea 2022', undefined],
])('the end of %s is found', (_, input, text) => {
  const end = findDateEnd(input, 0)
  expect(end === undefined ? undefined : input.slice(0, end)).toBe(text)
})

test('thousands of spaces take no time', () => {
  expect(findDateEnd(`nov${' '.repeat(4_000)}x`, 0)).toBeUndefined()
})
