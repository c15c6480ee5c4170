import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Calendar } from './calendar.ts'
import type { FacetChoice } from '../facet/facet.ts'
import { emptySelection, listSelection, toOrdinals } from './selection.ts'
import {
  buildSelection,
  choiceNames,
  isNarrowing,
  openFilter,
  parseTimelineFilter,
  toSearchParams,
  withChoice,
  withQuery,
  withValue,
  type ChoiceName,
  type FilterSources,
  type TimelineFilter,
} from './timeline-filter.ts'

const hostile = ['__proto__', 'constructor', 'a&b=c', '中文 空格', '%25', '+', '#', '\u202e']
const value = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme', minLength: 1 }))
const choice = fc
  .tuple(fc.uniqueArray(value, { maxLength: 4 }), fc.uniqueArray(value, { maxLength: 4 }))
  .map(([include, exclude]): FacetChoice => ({
    include,
    exclude: exclude.filter((other) => !include.includes(other)),
  }))
  .filter(({ include, exclude }) => include.length + exclude.length > 0)
const day = fc.constantFrom('2019-12-31', '2020-03-09', '2024-02-29')
const choices = fc.dictionary(fc.constantFrom(...choiceNames), choice).map((picked) => {
  const made = new Map<ChoiceName, FacetChoice>()
  for (const name of choiceNames) if (picked[name]) made.set(name, picked[name])
  return made
})
const filters: fc.Arbitrary<TimelineFilter> = fc.record(
  {
    choices,
    from: day,
    to: day,
    query: fc.constantFrom(...hostile.filter((text) => text.trim() !== ''), '"a b" -c title:d'),
    sort: fc.constantFrom('newest' as const, 'oldest' as const),
    versions: fc.constantFrom('newest' as const, 'all' as const),
  },
  { requiredKeys: ['choices', 'sort', 'versions'] },
)

describe('a filter in a URL', () => {
  test('round-trips', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const link = toSearchParams(filter).toString()
        expect(parseTimelineFilter(new URLSearchParams(link))).toEqual(filter)
      }),
    )
  })

  test.each([
    ['keeps a query as it was typed', 'q=%E5%8F%B0%E7%81%A3+-x', 'q=%E5%8F%B0%E7%81%A3+-x'],
    ['trims a query', 'q=+a+', 'q=a'],
    ['ignores an empty query', 'q=+', ''],
    ['can sort a search by best match', 'q=a&sort=best', 'q=a&sort=best'],
    ['ignores best match without a search', 'sort=best', ''],
    ['can have the order of a list', 'saved=abc&tag=a&sort=own', 'tag=a&saved=abc&sort=own'],
    ['can have the order of a list in the address', 'ids=a_b&sort=own', 'ids=a_b&sort=own'],
    ['ignores the order of no list', 'saved=all&sort=own', 'saved=all'],
    ['ignores the order of two lists', 'saved=a&saved=b&sort=own', 'saved=a&saved=b'],
    ['ignores best match with an empty query', 'q=+&sort=best', ''],
    [
      'keeps the clock of its days',
      'from=2020-03-09&clock=Asia/Shanghai',
      'from=2020-03-09&clock=Asia%2FShanghai',
    ],
    ['keeps the clock of its years', 'year=2020&clock=source', 'year=2020&clock=source'],
    [
      'keeps the clock of the days in its query',
      'q=after:2020&clock=source',
      'q=after%3A2020&clock=source',
    ],
    ['ignores a clock without days', 'tag=a&clock=source', 'tag=a'],
    ['ignores a clock with a query without days', 'q=after+2020&clock=source', 'q=after+2020'],
    ['ignores a clock that does not exist', 'year=2020&clock=Mars/Olympus', 'year=2020'],
  ])('%s', (_name, link, again) => {
    expect(toSearchParams(parseTimelineFilter(new URLSearchParams(link))).toString()).toBe(again)
  })

  test('drops the order of a list together with the list', () => {
    const filter = parseTimelineFilter(new URLSearchParams('tag=b&saved=abc&sort=own'))
    expect(toSearchParams(withValue(filter, 'saved', 'abc', 'open')).toString()).toBe('tag=b')
    expect(toSearchParams(withValue(filter, 'tag', 'b', 'open')).get('sort')).toBe('own')
  })

  test('drops best match together with its query', () => {
    const filter = parseTimelineFilter(new URLSearchParams('q=a&sort=best&tag=b'))
    expect(toSearchParams(withQuery(filter, '')).toString()).toBe('tag=b')
    expect(toSearchParams(withQuery(filter, ' b ')).toString()).toBe('tag=b&q=b&sort=best')
  })

  test('is an empty query string for the open filter', () => {
    expect(toSearchParams(openFilter).toString()).toBe('')
    expect(parseTimelineFilter(new URLSearchParams())).toEqual(openFilter)
    expect(isNarrowing(openFilter)).toBe(false)
  })

  test.each([
    ['from=2020-13-01&to=yesterday', ''],
    ['from=2020-03-09T00:00', ''],
    ['from=2020-02-31&to=2021-02-29', ''],
    ['sort=random&versions=some', ''],
    ['tag=&not-tag=', ''],
    ['tag=a&tag=a', 'tag=a'],
    ['tag=a&not-tag=a', 'tag=a'],
    ['moon=full&tag=a', 'tag=a'],
    ['not-year=2020&author=x&tag=b', 'tag=b&author=x&not-year=2020'],
  ])('%s opens as "%s"', (link, expected) => {
    expect(toSearchParams(parseTimelineFilter(new URLSearchParams(link))).toString()).toBe(expected)
  })
})

describe('a choice', () => {
  test('moves a value between its states', () => {
    const included = withValue(openFilter, 'tag', 'a', 'include')
    const excluded = withValue(included, 'tag', 'a', 'exclude')
    expect(included.choices.get('tag')).toEqual({ include: ['a'], exclude: [] })
    expect(excluded.choices.get('tag')).toEqual({ include: [], exclude: ['a'] })
    expect(withValue(excluded, 'tag', 'a', 'open')).toEqual(openFilter)
    expect(isNarrowing(excluded)).toBe(true)
  })

  test('does not mutate the original filter', () => {
    withChoice(openFilter, 'tag', { include: ['a'], exclude: [] })
    expect(openFilter.choices.size).toBe(0)
  })
})

const calendar: Calendar = {
  timeZone: 'UTC',
  days: [
    { start: 0, end: 1 },
    { day: '2019-12-31', start: 1, end: 3 },
    { day: '2020-03-09', start: 3, end: 6 },
  ],
}
const tags = new Map([
  ['a', [0, 1, 3]],
  ['b', [1, 2, 5]],
])
const sources: FilterSources = {
  calendar,
  rows: 6,
  superseded: listSelection(Uint32Array.of(3)),
  selectionOf: (facet, name) =>
    facet === 'tag' ? listSelection(Uint32Array.from(tags.get(name) ?? [])) : emptySelection,
}

describe('the selection of a filter', () => {
  test.each([
    ['', [0, 1, 2, 4, 5]],
    ['versions=all', [0, 1, 2, 3, 4, 5]],
    ['tag=a', [0, 1]],
    ['tag=a&versions=all', [0, 1, 3]],
    ['tag=a&tag=b', [0, 1, 2, 5]],
    ['tag=a&not-tag=b', [0]],
    ['not-tag=a', [2, 4, 5]],
    ['tag=none', []],
    ['author=someone', []],
    ['not-author=someone', [0, 1, 2, 4, 5]],
    ['year=2019', [1, 2]],
    ['year=2019&year=2020', [1, 2, 4, 5]],
    ['not-year=2020', [0, 1, 2]],
    ['year=20', []],
    ['from=2020-01-01', [4, 5]],
    ['to=2019-12-31&tag=b', [1, 2]],
    ['from=2021-01-01', []],
  ])('"%s" is %j', (link, expected) => {
    const filter = parseTimelineFilter(new URLSearchParams(link))
    expect([...toOrdinals(buildSelection(filter, sources))]).toEqual(expected)
  })

  test.each([
    ['q=x', [1, 4]],
    ['q=x&versions=all', [1, 3, 4]],
    ['q=x&tag=a', [1]],
    ['q=x&from=2020-01-01', [4]],
  ])('"%s" is %j of the hits of the query', (link, expected) => {
    const filter = parseTimelineFilter(new URLSearchParams(link))
    const found = listSelection(Uint32Array.of(1, 3, 4))
    expect([...toOrdinals(buildSelection(filter, { ...sources, found }))]).toEqual(expected)
  })

  test('ignores one facet on request', () => {
    const filter = parseTimelineFilter(new URLSearchParams('tag=a&year=2019'))
    expect([...toOrdinals(buildSelection(filter, sources, 'tag'))]).toEqual([1, 2])
    expect([...toOrdinals(buildSelection(filter, sources, 'year'))]).toEqual([0, 1])
  })
})
