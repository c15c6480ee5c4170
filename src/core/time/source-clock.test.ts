import { describe, expect, test } from 'vitest'
import { isSameInstant, readSourceClock } from './source-clock.ts'
import type { SourceTimestamp } from '../post/post.ts'

const publishedAt = '2020-08-30T21:56:11Z'

describe('the clock of the source', () => {
  test.each<[string, SourceTimestamp, object]>([
    [
      'is what an article prints',
      { text: '30/08/2020 - 22:43', origin: 'dateline' },
      { day: '2020-08-30', clockMs: 81_780_000 },
    ],
    [
      'has the offset of the front matter',
      { text: '2020-08-31T05:56:11+08:00', origin: 'frontMatter' },
      { day: '2020-08-31', clockMs: 21_371_000, offsetMinutes: 480 },
    ],
    [
      'takes the reading of day and month that is nearer to the publication',
      { text: '08/09/2020', origin: 'dateline' },
      { day: '2020-09-08' },
    ],
  ])('%s', (_, timestamp, reading) => {
    expect(readSourceClock(timestamp, { publishedAt })).toMatchObject(reading)
  })

  test.each<[string, SourceTimestamp | undefined]>([
    ['for an epoch', { text: '1598824571000', origin: 'epochComment' }],
    ['without a timestamp', undefined],
  ])('is unknown %s', (_, timestamp) => {
    expect(readSourceClock(timestamp, { publishedAt })).toBeUndefined()
  })
})

describe('a source timestamp says the same instant', () => {
  test.each<[string, SourceTimestamp, boolean]>([
    ['with another offset', { text: '2020-08-31T05:56:11+08:00', origin: 'frontMatter' }, true],
    ['to the minute it is written in', { text: '2020-08-30T21:56Z', origin: 'markup' }, true],
    ['as an epoch', { text: '1598824571000', origin: 'epochComment' }, true],
    ['within the second', { text: '1598824571999', origin: 'epochComment' }, true],
    ['but not a second later', { text: '1598824572000', origin: 'epochComment' }, false],
    ['but not with other seconds', { text: '2020-08-30T21:56:00Z', origin: 'markup' }, false],
    ['but not without an offset', { text: '30/08/2020 - 21:56', origin: 'dateline' }, false],
    ['but not as a day', { text: '2020-08-30', origin: 'dateline' }, false],
    ['but not as a broken number', { text: 'NaN', origin: 'epochComment' }, false],
  ])('%s: %o', (_, timestamp, isSame) => {
    expect(isSameInstant(timestamp, { publishedAt })).toBe(isSame)
  })

  test('only where the publication is an instant', () => {
    expect(isSameInstant({ text: '1598824571000', origin: 'epochComment' }, {})).toBe(false)
  })
})
