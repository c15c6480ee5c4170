import { describe, expect, test } from 'vitest'
import { toSourceTimestamp, type TimestampSources } from './source-timestamp.ts'

const seed: TimestampSources = {
  datelines: ['30/08/2020 - 22:43'],
  dateText: '2020-08-30T21:56:11.000Z',
  epochText: '1598824571000',
  published: { publishedAt: '2020-08-30T21:56:11Z' },
}

describe('the source timestamp', () => {
  test.each<[string, Partial<TimestampSources>, string | undefined, string | undefined]>([
    ['a printed dateline, verbatim', {}, '30/08/2020 - 22:43', 'dateline'],
    [
      'a dateline with a time rather than the front matter',
      { dateText: '2020-08-30T22:56:11+01:00' },
      '30/08/2020 - 22:43',
      'dateline',
    ],
    [
      'a printed day rather than a front matter date with an offset',
      { datelines: ['2020年8月30日'], dateText: '2020-08-30T22:56:11+01:00' },
      '2020年8月30日',
      'dateline',
    ],
    [
      'a front matter date with an offset rather than the epoch comment',
      { datelines: [], dateText: '2020-08-30T22:56:11+01:00' },
      '2020-08-30T22:56:11+01:00',
      'frontMatter',
    ],
    [
      'machine-readable markup of the page, labelled as such',
      { datelines: ['2020-08-30T22:43:00+02:00', '2020年8月30日'] },
      '2020-08-30T22:43:00+02:00',
      'markup',
    ],
    [
      'a printed day rather than the epoch comment',
      { datelines: ['2020年8月30日'] },
      '2020年8月30日',
      'dateline',
    ],
    [
      'the epoch comment if there is nothing better',
      { datelines: [] },
      '1598824571000',
      'epochComment',
    ],
    [
      'the first text that is a real date',
      { datelines: ['45/45/2020', '2020-08-30 22:43'] },
      '2020-08-30 22:43',
      'dateline',
    ],
    [
      'undefined for an epoch that is not a number',
      { datelines: [], epochText: 'NaN' },
      undefined,
      undefined,
    ],
  ])('is %s', (_, sources, text, origin) => {
    const { sourceTimestamp } = toSourceTimestamp({ ...seed, ...sources })
    expect(sourceTimestamp).toEqual(text === undefined ? undefined : { text, origin })
  })

  test('is one of several list headings only if it is close to the publication', () => {
    const published = { publishedAt: '2019-12-26T12:15:03Z' }
    const listed = ['18/09/2019', '19/09/2019']
    expect(toSourceTimestamp({ datelines: listed, published })).toEqual({ timeFlags: [] })
    const datelines = [...listed, '26/12/2019']
    expect(toSourceTimestamp({ datelines, published }).sourceTimestamp?.text).toBe('26/12/2019')
  })

  test('prefers a time of day to an earlier day without one', () => {
    const datelines = ['2020年8月30日', '30/08/2020 - 22:43']
    expect(toSourceTimestamp({ ...seed, datelines }).sourceTimestamp?.text).toBe(
      '30/08/2020 - 22:43',
    )
  })

  test('is absent when nothing gives it', () => {
    expect(toSourceTimestamp({ datelines: [], published: {} })).toEqual({ timeFlags: [] })
  })
})

describe('a dateline differs', () => {
  test.each([
    ['within two days', '2020-09-01 21:00', '2020-08-30T21:56:11Z', false],
    ['by more than two days', '2020-09-01 22:00', '2020-08-30T21:56:11Z', true],
    [
      'as a day without a time, measured from its nearer end',
      '2020-09-02',
      '2020-08-30T21:56:11Z',
      true,
    ],
    ['as a day without a time, two days off', '2020-09-01', '2020-08-30T21:56:11Z', false],
    ['not when day and month are exchanged', '08/09/2020 - 10:00', '2020-09-08T10:00:00Z', false],
    ['not when month and day are exchanged', '09/08/2020 - 10:00', '2020-09-08T10:00:00Z', false],
    ['with its own zone', '2020-09-02T05:00:00+08:00', '2020-08-30T21:56:11Z', false],
  ])('%s: %s and %s: %s', (_, text, publishedAt, differs) => {
    const { timeFlags } = toSourceTimestamp({ datelines: [text], published: { publishedAt } })
    expect(timeFlags).toEqual(differs ? ['datelineDiffers'] : [])
  })

  test('never from an unknown time', () => {
    expect(toSourceTimestamp({ datelines: ['1999-01-01'], published: {} }).timeFlags).toEqual([])
  })

  test('from a day without a time', () => {
    const published = { publishedOn: '2020-08-30' }
    expect(toSourceTimestamp({ datelines: ['2020-09-09'], published }).timeFlags).toEqual([
      'datelineDiffers',
    ])
  })
})
