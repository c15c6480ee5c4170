import { describe, expect, test } from 'vitest'
import { toFileHash } from '#contract/file-names.ts'
import { openFilter, parseTimelineFilter, toSearchParams } from '#core/selection/timeline-filter.ts'
import { toActiveChoices, withoutNarrowing, withRange } from './filter-change.ts'
import { foldText } from '#search/fold/fold-text.ts'
import { toFacetRows, toListedValues } from './facet-values.ts'
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

describe('listed values', () => {
  test.each([
    ['everything when nothing is typed', '', ['社會', 'ＴＶ', 'tv live', '__proto__']],
    ['either width and case', 'Tv', ['ＴＶ', 'tv live']],
    ['nothing for what is not there', 'radio', []],
    ['names of object fields like any other', '__PROTO', ['__proto__']],
  ])('%s', (_name, query, listed) => {
    expect(toListedValues({ values, choice: none, query, label })).toEqual(listed)
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
    expect(toListedValues({ values: more, choice: none, query, label, fold: foldText })).toEqual(
      listed,
    )
  })

  test('picked values come first, even those the archive does not have', () => {
    const choice = { include: ['gone'], exclude: ['tv live'] }
    expect(toListedValues({ values, choice, query: '', label })).toEqual([
      'gone',
      'tv live',
      '社會',
      'ＴＶ',
      '__proto__',
    ])
  })

  test('values that would leave no posts come last, picked ones stay first', () => {
    const choice = { include: ['c'], exclude: [] }
    const counts = new Map([
      ['a', 0],
      ['b', 3],
      ['c', 0],
      ['d', 8],
    ])
    const rows = toFacetRows(['c', 'a', 'b', 'd'], choice, { counts })
    expect(rows.map(({ value }) => value)).toEqual(['c', 'd', 'b', 'a'])
    const derived = new Set(['b'])
    expect(toFacetRows(['b'], none, { counts, derived })[0]?.isDerived).toBe(true)
    expect(toFacetRows(['a'], none, { counts: undefined })).toEqual([
      { value: 'a', count: undefined, state: 'open' },
    ])
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
    { kind: 'range', end: 'from', day: '2020-01-01' },
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
