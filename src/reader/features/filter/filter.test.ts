import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toFileHash } from '#contract/file-names.ts'
import { openFilter, parseTimelineFilter, toSearchParams } from '#core/selection/timeline-filter.ts'
import { toActiveChoices, withoutNarrowing, withRange } from './filter-change.ts'
import { foldText } from '#search/fold/fold-text.ts'
import { countOffered, toFacetRows } from './facet-values.ts'
import { listMostFrequent } from './most-frequent.ts'
import { toYearRows } from './year-rows.ts'
import { toShownFacets } from './filter-panel.tsx'
import { toLanguageName } from '#article/languages/language-name.ts'

const read = (search: string) => parseTimelineFilter(new URLSearchParams(search))
const write = (filter: ReturnType<typeof read>) => toSearchParams(filter).toString()
const none = { include: [], exclude: [] }
const values = [
  { value: '社會', count: 9 },
  { value: 'ＴＶ', count: 5 },
  { value: 'tv live', count: 4 },
  { value: '__proto__', count: 1 },
]
const label = (value: string) => value

const list = (more: Partial<Parameters<typeof toFacetRows>[0]>) =>
  toFacetRows({ values, choice: none, query: '', label, ...more })
const listNames = (more: Parameters<typeof list>[0]) => list(more).map(({ value }) => value)

describe('listed values', () => {
  test('a name that the authors have too is offered only there, unless it is picked', () => {
    const named = [...values, { value: 'Keeper', count: 7, twin: true as const }]
    expect(listNames({ values: named })).not.toContain('Keeper')
    const choice = { include: ['Keeper'], exclude: [] }
    expect(list({ values: named, choice })[0]).toEqual({
      value: 'Keeper',
      count: 7,
      state: 'include',
    })
    expect(countOffered(named)).toBe(values.length)
  })

  test.each([
    ['everything when nothing is typed', '', ['社會', 'ＴＶ', 'tv live', '__proto__']],
    ['either width and case', 'Tv', ['ＴＶ', 'tv live']],
    ['nothing for what is not there', 'radio', []],
    ['names of object fields like any other', '__PROTO', ['__proto__']],
  ])('%s', (_name, query, listed) => {
    expect(listNames({ query })).toEqual(listed)
  })

  test.each([
    ['simplified for traditional', '社会', ['社會']],
    ['traditional for simplified', '東', ['东方']],
    ['without accents', 'elan', ['Élan']],
    ['with accents', 'ÉLÀN', ['Élan']],
    ['either width', 'ｔｖ', ['ＴＶ', 'tv live']],
    ['signs, of which folding leaves nothing', '__', ['__proto__']],
    ['more than spaces for signs alone', '!!', []],
  ])('with the search folding: %s', (_name, query, listed) => {
    const more = [...values, { value: '东方', count: 1 }, { value: 'Élan', count: 1 }]
    expect(listNames({ values: more, query, fold: foldText })).toEqual(listed)
  })

  test('the most frequent first, equals by code units, in whatever order they were counted', () => {
    const counted = [
      { value: 'b', count: 3 },
      { value: 'a', count: 3 },
      { value: 'd', count: 8, derived: true as const },
    ]
    expect(list({ values: counted })).toEqual([
      { value: 'd', count: 8, state: 'open', isDerived: true },
      { value: 'a', count: 3, state: 'open' },
      { value: 'b', count: 3, state: 'open' },
    ])
  })

  test('picked values come first, with 0 where no post of the list has them', () => {
    const choice = { include: ['gone'], exclude: ['tv live'] }
    expect(list({ choice }).slice(0, 3)).toEqual([
      { value: 'gone', count: 0, state: 'include' },
      { value: 'tv live', count: 4, state: 'exclude' },
      { value: '社會', count: 9, state: 'open' },
    ])
    expect(list({ choice })).toHaveLength(5)
  })

  test('only picked values, without a number, until the others are counted', () => {
    const choice = { include: ['gone'], exclude: [] }
    expect(list({ values: undefined, choice })).toEqual([
      { value: 'gone', count: undefined, state: 'include' },
    ])
  })

  test('of very many values those that a sort would put first', () => {
    const counted = fc.uniqueArray(
      fc.record({ value: fc.string({ maxLength: 3 }), count: fc.nat(4) }),
      { selector: ({ value }) => value, maxLength: 60 },
    )
    fc.assert(
      fc.property(counted, fc.nat(20), (many, limit) => {
        const sorted = many.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
        expect(listMostFrequent(many, limit)).toEqual(sorted.slice(0, limit))
      }),
    )
  })
})

describe('years', () => {
  const years = [
    { year: '2019', count: 0 },
    { year: '2020', count: 1 },
    { year: '2021', count: 0 },
    { year: '2022', count: 7 },
  ]

  test('those with posts, newest first', () => {
    expect(toYearRows(years, none)).toEqual([
      { value: '2022', count: 7, state: 'open' },
      { value: '2020', count: 1, state: 'open' },
    ])
  })

  test('and picked ones, also those without posts or unknown to the calendar', () => {
    const choice = { include: ['2021'], exclude: ['1999'] }
    expect(toYearRows(years, choice).map(({ value, count }) => [value, count])).toEqual([
      ['2022', 7],
      ['2021', 0],
      ['2020', 1],
      ['1999', 0],
    ])
    expect(toYearRows(undefined, choice).map(({ count }) => count)).toEqual([undefined, undefined])
  })
})

describe('date range', () => {
  test.each([
    ['sets one end', '', 'from', '2020-01-01', 'from=2020-01-01'],
    ['opens an end', 'from=2020-01-01&to=2020-02-01', 'from', '', 'to=2020-02-01'],
    ['drops an end it would contradict', 'to=2019-01-01', 'from', '2020-01-01', 'from=2020-01-01'],
    ['leaves half a date out', '', 'to', '2020-0', ''],
    [
      'keeps other choices',
      'tag=x&sort=oldest',
      'to',
      '2020-01-01',
      'tag=x&to=2020-01-01&sort=oldest',
    ],
  ] as const)('%s', (_name, before, end, day, after) => {
    expect(write(withRange(read(before), end, day))).toBe(after)
  })
})

test('everything that narrows becomes a chip; clearing keeps sort and versions', () => {
  const filter = read('tag=x&not-author=y&year=2020&from=2020-01-01&sort=oldest&versions=all')
  expect(toActiveChoices(filter)).toEqual([
    { kind: 'value', facet: 'tag', value: 'x', state: 'include' },
    { kind: 'value', facet: 'author', value: 'y', state: 'exclude' },
    { kind: 'value', facet: 'year', value: '2020', state: 'include' },
    { kind: 'days' },
  ])
  expect(write(withoutNarrowing(filter))).toBe('sort=oldest&versions=all')
})

const facet = (name: 'tag' | 'category' | 'kind', count: number) => ({
  facet: name,
  values: count,
  top: [],
  column: [{ start: 0, file: toFileHash(new Uint8Array(32)) }],
  dictionary: toFileHash(new Uint8Array(32)),
})

test('facets that cannot narrow are left out unless the address names them', () => {
  const facets = [
    facet('tag', 5),
    { ...facet('category', 5), twin: true as const },
    facet('kind', 1),
  ]
  expect(toShownFacets({ facets }, openFilter).map((entry) => entry.facet)).toEqual(['tag'])
  expect(toShownFacets({ facets }, read('kind=video')).map((entry) => entry.facet)).toEqual([
    'tag',
    'kind',
  ])
})

test('returns the name of a language, or the tag itself for nonsense', () => {
  expect(toLanguageName('zh-Hant', 'en-GB')).toBe('Traditional Chinese')
  expect(toLanguageName('<x>', 'en-GB')).toBe('<x>')
})
