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
    ['missing', undefined],
    ['empty', ''],
    ['a word', 'last week'],
    ['out of range', '2020-13-45'],
    ['before 1970', '1899-12-30T00:00:00Z'],
  ])('B5 (%s) the day in the file name is used and flagged', (_, text) => {
    const { published, timeFlags, warnings } = publish(text)
    expect(published).toEqual({ publishedOn: '2020-08-31' })
    expect(timeFlags).toEqual(['dateFromFileName'])
    expect(warnings).toHaveLength(1)
  })

  test.each(['x.md', '2020-13-45-x.md', '2020-02-30-x.md'])('B5 %s stays undated', (name) => {
    const { published, timeFlags, warnings } = publish('soon', { fileName: name })
    expect(published).toEqual({})
    expect(timeFlags).toEqual([])
    expect(warnings).toMatchObject([{ reason: '`date` is "soon"; the post stays undated.' }])
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
    [undefined, undefined, ['dateFromFileName', 'epochMissing']],
    [undefined, 'NaN', ['dateFromFileName', 'epochInvalid']],
  ])('of %s with the comment %s are %j', (text, comment, flags) => {
    expect(publish(text, { epochText: comment }).timeFlags).toEqual(flags)
  })
})
