import { expect, test } from 'vitest'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import { countStatistics } from './count-statistics.ts'

interface Facts {
  at?: string
  on?: string
  flags?: string[]
  kind?: 'article' | 'video'
  source?: string
  words?: number
  picture?: true
  older?: true
}

function makePosts(facts: readonly Facts[]): OrderedPost[] {
  return facts.map(({ at, on, flags, kind = 'article', source, words = 238, picture, older }) => {
    const row = {
      kind,
      language: 'en',
      sourceHost: source,
      length: { count: words, unit: 'words' },
      publishedAt: at,
      publishedOn: on,
      timeFlags: flags,
    }
    const cached = {
      row,
      publishedMs: at === undefined ? undefined : Date.parse(at),
      sourceUrl: source && `https://${source}/1`,
      pictureHosts: picture && [],
    }
    return { cached, supersededBy: older && 'x' } as unknown as OrderedPost
  })
}

const facets = [
  { facet: 'source', top: [{ value: 'a.example', count: 2 }] },
  { facet: 'kind', top: [{ value: 'article', count: 3 }] },
  { facet: 'tag', top: [{ value: 'birds', count: 1 }] },
]

const count = (facts: readonly Facts[], zone = 'UTC') =>
  countStatistics(makePosts(facts), zone, facets)

test('posts are counted by month, months without posts too, older versions not', () => {
  const {
    step,
    first,
    all,
    posts,
    facets: counted,
  } = count([
    { at: '2020-01-31T23:30:00Z', source: 'a.example' },
    { at: '2020-03-01T00:00:00Z', source: 'b.example', kind: 'video' },
    { at: '2020-03-02T00:00:00Z', source: 'a.example', older: true },
    { at: '2020-03-09T00:00:00Z', source: 'a.example' },
  ])
  expect({ step, first, all, posts }).toEqual({
    step: 'month',
    first: '2020-01',
    all: [1, 0, 2],
    posts: 3,
  })
  expect(counted).toEqual([
    { facet: 'source', values: [{ value: 'a.example', count: 2, steps: [1, 0, 1] }] },
    { facet: 'kind', values: [{ value: 'article', count: 3, steps: [1, 0, 1] }] },
  ])
})

test('months are those of the archive’s zone', () => {
  expect(count([{ at: '2020-01-31T23:30:00Z' }], 'Asia/Shanghai').first).toBe('2020-02')
})

test('an archive of more than 480 months is counted by year, and the last 480 years have steps', () => {
  const long = count([{ on: '1960-05-01' }, { on: '2020-01-01' }])
  expect([long.step, long.first, long.all.length]).toEqual(['year', '1960', 61])
  const longest = count([{ on: '0012-05-01' }, { on: '2020-01-01' }])
  expect([longest.first, longest.all.length, longest.unplaced]).toEqual(['1541', 480, 1])
})

test('an archive without dates has no steps', () => {
  const { first, all, missing, posts } = count([{}, {}])
  expect({ first, all, date: missing.date, posts }).toEqual({
    first: undefined,
    all: [],
    date: 2,
    posts: 2,
  })
})

test('lengths are those of articles, in minutes', () => {
  const words = [0, 238, 2 * 238, 4 * 238, 5 * 238, 19 * 238, 500 * 238]
  const facts: Facts[] = words.map((number) => ({ words: number }))
  const { lengths } = count([...facts, { kind: 'video', words: 9_999 }])
  expect(lengths.map(({ from, count: number }) => `${from}: ${number}`)).toEqual([
    '0: 1',
    '1: 1',
    '2: 2',
    '5: 1',
    '10: 1',
    '20: 1',
  ])
})

test('what is missing is counted; text and pictures of articles alone', () => {
  const { missing, articles } = count([
    { on: '2020-01-01', words: 0, source: 'a.example' },
    { on: '2020-01-01', picture: true },
    { on: '2020-01-01', words: 0, kind: 'video' },
    {},
  ])
  expect(missing).toEqual({ text: 1, picture: 2, date: 1, original: 3 })
  expect(articles).toBe(3)
})
