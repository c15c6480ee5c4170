import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { toPublished, type PublishedSources } from './published.ts'

const epochText = '1598824571000'
const fileName = '2020-08-31-x.md'

function publish(text: string | undefined, sources: Partial<PublishedSources> = {}) {
  const date = text === undefined ? undefined : { value: text, text, line: 4 }
  return toPublished({ date, epochText, fileName, ...sources })
}

describe('B6 a post is published', () => {
  test.each([
    ['2020-08-30T21:56:11.000Z', '2020-08-30T21:56:11Z'],
    ['2020-08-30T21:56:11.250Z', '2020-08-30T21:56:11.250Z'],
    ['2020-08-30T23:56:11+02:00', '2020-08-30T21:56:11Z'],
    ['2020-08-31 05:56:11 +0800', '2020-08-30T21:56:11Z'],
    ['2020-08-30T20:56:11-01:00', '2020-08-30T21:56:11Z'],
  ])('B6 with the date %s at %s', (text, publishedAt) => {
    const { published, dateText, warnings } = publish(text)
    expect({ published, dateText, warnings }).toEqual({
      published: { publishedAt },
      dateText: text,
      warnings: [],
    })
  })

  test('B6 in the time zone of the site if the date has no offset', () => {
    const { published, warnings } = publish('2020-08-31 05:56:11', { timeZone: 'Asia/Shanghai' })
    expect(published).toEqual({ publishedAt: '2020-08-30T21:56:11Z' })
    expect(warnings).toEqual([])
  })

  test('B6 in UTC, with a warning, if neither an offset nor a time zone is known', () => {
    const { published, warnings } = publish('2020-08-30 21:56')
    expect(published).toEqual({ publishedAt: '2020-08-30T21:56:00Z' })
    expect(warnings).toMatchObject([{ field: 'date', line: 4 }])
  })

  test('B6 at a valid instant if the local time falls into a daylight saving gap', () => {
    const { published } = publish('2020-03-29 02:30', { timeZone: 'Europe/Berlin' })
    expect(published).toEqual({ publishedAt: '2020-03-29T01:30:00Z' })
  })

  test('B6 at the same time wherever the builder runs', () => {
    const module = new URL('published.ts', import.meta.url).href
    const script = `
      const { toPublished } = await import(${JSON.stringify(module)})
      const texts = ['2020-08-30 21:56', '2020-08-30', '2020-08-30T21:56:11+08:00', 'soon']
      const dates = texts.map((text) => ({ date: { value: text, text, line: 1 }, fileName: '2020-08-31-x.md' }))
      const zoned = dates.map((date) => ({ ...date, timeZone: 'Europe/Berlin' }))
      console.log(new Date(0).getHours(), JSON.stringify([...dates, ...zoned].map(toPublished)))
    `
    const runs = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'].map((zone) => {
      const options = ['--import', 'tsx', '--input-type=module', '-e', script]
      const output = execFileSync(process.execPath, options, { env: { ...process.env, TZ: zone } })
      return /^(\d+) (.*)$/m.exec(output.toString())
    })
    expect(runs.map((run) => run?.[1])).toEqual(['0', '8', '16'])
    expect(new Set(runs.map((run) => run?.[2])).size).toBe(1)
  })
})

describe('B5 without a usable date', () => {
  test.each([
    ['a word', 'last week'],
    ['a month that does not exist', '2020-13-45'],
    ['zero', '0000-00-00'],
  ])('B5 (%s) the day in the file name is used and flagged', (_, text) => {
    const { published, timeFlags, warnings } = publish(text)
    expect(published).toEqual({ publishedOn: '2020-08-31' })
    expect(timeFlags).toEqual(['dateFromFileName'])
    expect(warnings).toHaveLength(1)
  })

  test.each([
    ['missing', undefined],
    ['empty', ''],
  ])('B5 (%s) the day in the file name is that of an ordinary post', (_, text) => {
    const { published, timeFlags, warnings } = publish(text)
    expect({ published, timeFlags, warnings }).toEqual({
      published: { publishedOn: '2020-08-31' },
      timeFlags: [],
      warnings: [],
    })
  })

  test.each([
    ['2020-3-9-x.md', undefined, '2020-03-09'],
    ['20200309-x.md', undefined, '2020-03-09'],
    ['2020_03_09_x.md', undefined, '2020-03-09'],
    ['index.md', 'news/2020-03-09-x/index.md', '2020-03-09'],
    ['_index.md', 'news/2020-03-09/_index.md', '2020-03-09'],
  ])('the day of %s in %s is read', (name, file, publishedOn) => {
    expect(publish(undefined, { fileName: name, file }).published).toEqual({ publishedOn })
  })

  test.each(['202003091-x.md', '12020-03-09-x.md', '2020-03-091-x.md'])(
    '%s names no day',
    (name) => {
      expect(publish(undefined, { fileName: name }).published).toEqual({})
    },
  )

  test('the date of the last change is used, with a warning, where no file name has a day', () => {
    const changed = {
      key: 'lastmod',
      field: { value: '2020-09-01', text: '2020-09-01', line: 4 },
    }
    const { published, dateText, warnings } = publish(undefined, { fileName: 'x.md', changed })
    expect([published, dateText]).toEqual([{ publishedOn: '2020-09-01' }, '2020-09-01'])
    expect(warnings).toMatchObject([{ field: 'lastmod', line: 4 }])
    expect(publish(undefined, { changed }).published).toEqual({ publishedOn: '2020-08-31' })
    expect(publish('2020-07-01', { fileName: 'x.md', changed }).warnings).toEqual([])
  })

  test.each(['x.md', '2020-13-45-x.md', '2020-02-30-x.md'])('B5 %s stays undated', (name) => {
    const { published, timeFlags, warnings } = publish('soon', { fileName: name })
    expect(published).toEqual({})
    expect(timeFlags).toEqual([])
    expect(warnings).toMatchObject([{ reason: '`date` is "soon"; the post stays undated.' }])
  })
})

describe('a date that says less than a day', () => {
  test.each([
    ['1984', '1984-01-01', ['yearOnly'], 0],
    ['March 1984', '1984-03-01', ['monthOnly'], 0],
    ['circa 1912', '1912-01-01', ['yearOnly', 'dateInPart'], 1],
    ['2021-02-30', '2021-02-01', ['monthOnly', 'dateInPart'], 1],
    ['2021-05-06 07:08 XYZ', '2021-05-06', ['dateOnly', 'dateInPart'], 1],
    ['05/06/2021', '2021-01-01', ['yearOnly', 'dateInPart'], 1],
  ])('%s is %s, never another year from the file name', (text, publishedOn, flags, count) => {
    const { published, timeFlags, warnings } = publish(text)
    expect(published).toEqual({ publishedOn })
    expect(timeFlags).toEqual(flags)
    expect(warnings).toHaveLength(count)
  })

  test.each([
    ['2020', [], 0],
    ['2020年8月', [], 0],
    ['31/08/2020', [], 0],
    ['circa 2020', ['dateFromFileName'], 1],
  ])('%s is completed by the file name, which agrees', (text, flags, count) => {
    const { published, timeFlags, warnings } = publish(text)
    expect(published).toEqual({ publishedOn: '2020-08-31' })
    expect(timeFlags).toEqual(text === '31/08/2020' ? ['dateOnly'] : flags)
    expect(warnings).toHaveLength(count)
  })

  test('a day whose month and day may be either is decided by the file name', () => {
    const { published } = publish('03/04/2020', { fileName: '2020-04-03-x.md' })
    expect(published).toEqual({ publishedOn: '2020-04-03' })
  })
})

describe('the zone of a date', () => {
  test.each([
    ['Thu, 06 May 2021 07:08:09 CST', undefined, '2021-05-06T13:08:09Z', 1],
    ['Thu, 06 May 2021 07:08:09 CST', 'Asia/Shanghai', '2021-05-05T23:08:09Z', 0],
    ['Thu, 06 May 2021 07:08:09 CST', 'Europe/Berlin', '2021-05-06T13:08:09Z', 1],
    ['Thu, 06 May 2021 07:08:09 PST', undefined, '2021-05-06T15:08:09Z', 0],
    ['2016-12-31T23:59:60Z', undefined, '2016-12-31T23:59:59Z', 1],
    ['1912-01-01 10:00:00', 'Asia/Shanghai', '1912-01-01T02:00:00Z', 0],
    ['1890-01-01 10:00:00', 'Europe/Paris', '1890-01-01T09:50:39Z', 0],
  ])('%s in a site of %s is %s', (text, timeZone, publishedAt, count) => {
    const { published, warnings } = publish(text, { timeZone })
    expect(published).toEqual({ publishedAt })
    expect(warnings).toHaveLength(count)
  })

  test('an instant that four digits cannot write keeps its day', () => {
    expect(publish('0001-01-01 00:30 +0800').published).toEqual({ publishedOn: '0001-01-01' })
  })
})

describe('the flags of a time', () => {
  test.each([
    ['2020-08-30T21:56:11Z', epochText, []],
    ['2020-08-30T21:56:11.999Z', epochText, []],
    ['2020-08-30T21:56:12Z', epochText, ['epochDiffers']],
    ['2020-08-30T21:56:11Z', undefined, ['epochMissing']],
    ['2020-08-30T21:56:11Z', 'NaN', ['epochInvalid']],
    ['2020-08-30T21:56:11Z', 'undefined', ['epochInvalid']],
    ['2020-08-30T21:56:11Z', '99999999999999999', ['epochInvalid']],
    ['2020-08-30', epochText, ['dateOnly']],
    ['2020-08-30', undefined, ['dateOnly', 'epochMissing']],
    [undefined, undefined, ['epochMissing']],
    [undefined, 'NaN', ['epochInvalid']],
  ])('of %s with the comment %s are %j', (text, comment, flags) => {
    expect(publish(text, { epochText: comment }).timeFlags).toEqual(flags)
  })
})
