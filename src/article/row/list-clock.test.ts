import { describe, expect, test } from 'vitest'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { readSourceClock } from '#core/time/source-clock.ts'
import { loadListMessages } from '../load-messages.ts'
import { makeWords } from '../words.ts'
import { toDayClockText, toRowDay, toRowTime, type ListClock } from './list-clock.ts'

const words = makeWords(await loadListMessages('en'), 'en')
const utc: ListClock = { timeZone: 'UTC' }
const shanghai: ListClock = { timeZone: 'Asia/Shanghai' }
const sources: ListClock = {
  timeZone: 'UTC',
  readSource: (row) => readSourceClock(row.sourceTimestamp, row),
}

type Dates = Pick<PostSummary, 'publishedAt' | 'publishedOn' | 'sourceTimestamp' | 'timeFlags'>
const instant: Dates = { publishedAt: '2020-03-02T23:00:11Z' }
const dateline = (text: string): Dates => ({
  ...instant,
  sourceTimestamp: { text, origin: 'dateline' },
})
const frontMatter: Dates = {
  ...instant,
  sourceTimestamp: { text: '2020-03-03T07:00:11+08:00', origin: 'frontMatter' },
}
const epoch: Dates = {
  ...instant,
  sourceTimestamp: { text: '1583190011000', origin: 'epochComment' },
}

describe('a row says its time and its clock', () => {
  test.each<[string, Dates, ListClock, string, string | undefined]>([
    ['in UTC', instant, utc, '23:00 UTC', '2020-03-02'],
    ['in a zone', instant, shanghai, '07:00 UTC+8', '2020-03-03'],
    [
      'in a zone with half hours',
      instant,
      { timeZone: 'Asia/Kolkata' },
      '04:30 UTC+5:30',
      '2020-03-03',
    ],
    [
      'as its source prints it',
      dateline('03/03/2020 - 00:10'),
      sources,
      '00:10 source',
      '2020-03-03',
    ],
    ['with the offset of its source', frontMatter, sources, '07:00 UTC+8', '2020-03-03'],
    [
      'without a time where its source prints a day',
      dateline('2020-03-03'),
      sources,
      '',
      '2020-03-03',
    ],
    [
      'in the archive’s zone where its source shows no clock',
      epoch,
      sources,
      '23:00 UTC',
      '2020-03-02',
    ],
    [
      'without a time if only the day is known',
      { publishedOn: '2020-03-02' },
      shanghai,
      '',
      '2020-03-02',
    ],
    [
      'without a day if only the year is known',
      { publishedOn: '2020-01-01', timeFlags: ['yearOnly'] },
      shanghai,
      '',
      '2020',
    ],
    ['not at all if both are unknown', {}, sources, '', undefined],
  ])('%s', (_, row, clock, text, day) => {
    const { time = '', clock: name = '' } = toRowTime(row, clock, words)
    expect(`${time} ${name}`.trim()).toBe(text)
    expect(toRowDay(row, clock)).toBe(day)
  })
})

test.each<[string, ListClock, string]>([
  ['2020-03-02', utc, 'UTC'],
  ['2020-03-02', { timeZone: 'Europe/Paris' }, 'UTC+1'],
  ['2020-07-02', { timeZone: 'Europe/Paris' }, 'UTC+2'],
  ['2020-03-02', sources, 'source'],
])('the heading of %s on %o says %s', (day, clock, text) => {
  expect(toDayClockText(day, clock, words)).toBe(text)
})
