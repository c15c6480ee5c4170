import { expect, test } from 'vitest'
import { narrowToPeriod, toFilterPeriod, withoutDays } from './filter-period.ts'
import { parseTimelineFilter, toSearchParams } from './timeline-filter.ts'

const parse = (address: string) => parseTimelineFilter(new URLSearchParams(address))

test.each([
  ['a day of the open timeline', '', '2020-08-30', 'from=2020-08-30&to=2020-08-30'],
  [
    'a month of a search',
    'q=sea&sort=best',
    '2020-02',
    'q=sea&from=2020-02-01&to=2020-02-29&sort=best',
  ],
  [
    'a year instead of a chosen one',
    'tag=a&year=2020',
    '2020',
    'tag=a&from=2020-01-01&to=2020-12-31',
  ],
  [
    'a month within a range',
    'from=2020-02-10&to=2020-05-01',
    '2020-02',
    'from=2020-02-10&to=2020-02-29',
  ],
  ['a day outside a range', 'to=2020-05-01', '2021-01-02', 'from=2021-01-02&to=2021-01-02'],
  ['nothing when there is no such period', 'tag=a', '2020-13', 'tag=a'],
])('narrows to %s', (_, address, period, narrowed) => {
  expect(toSearchParams(narrowToPeriod(parse(address), period)).toString()).toBe(narrowed)
})

test.each([
  ['from=2020-01-01&to=2020-12-31', '2020'],
  ['from=2020-02-01&to=2020-02-29&q=sea', '2020-02'],
  ['from=2020-02-03&to=2020-02-03', '2020-02-03'],
  ['from=2020-02-03&to=2020-02-04', undefined],
  ['from=2020-02-01', undefined],
  ['', undefined],
])('%j shows the period %s', (address, period) => {
  expect(toFilterPeriod(parse(address))).toBe(period)
})

test('a filter without its days keeps all else', () => {
  const address = 'tag=a&q=sea&from=2020-02-03&to=2020-02-04&sort=oldest'
  expect(toSearchParams(withoutDays(parse(address))).toString()).toBe('tag=a&q=sea&sort=oldest')
})
