import { assert, date as anyDate, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toWrittenMs } from './date-text.ts'
import { parseLooseDate } from './loose-date.ts'

/** An instant, a day with `~` where no zone is written, or what is known of the day; `?` after what was read in part. */
function read(text: string): string | undefined {
  const date = parseLooseDate(text)
  if (date === undefined) return undefined
  const length = { year: 4, month: 7, day: 10 }[date.precision]
  const instant = new Date(toWrittenMs(date)).toISOString().replace('.000Z', 'Z')
  const zoned = date.offsetMinutes === undefined ? instant.replace('Z', '~') : instant
  const known = date.clockMs === undefined ? date.day.slice(0, length) : zoned
  return `${known}${date.isInPart === true ? '?' : ''}`
}

describe('a date in a file', () => {
  test.each([
    // ISO 8601 and its looser forms
    ['1969-07-20T20:17:40Z', '1969-07-20T20:17:40Z'],
    ['1815-06-18', '1815-06-18'],
    ['0476-09-04 12:00 +0100', '0476-09-04T11:00:00Z'],
    ['2021-06-15T24:00:00Z', '2021-06-16T00:00:00Z'],
    ['2020-12-31 24:00 +0100', '2020-12-31T23:00:00Z'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59Z'],
    ['2021-05-06 07:08 PM +0200', '2021-05-06T17:08:00Z'],
    ['2021-05-06 12:08 am', '2021-05-06T00:08:00~'],
    ['20210506', '2021-05-06'],
    ['20210506T070809Z', '2021-05-06T07:08:09Z'],
    ['20210506T0708+0900', '2021-05-05T22:08:00Z'],
    ['20210506070809', '2021-05-06T07:08:09~'],
    ['2021-126', '2021-05-06'],
    ['1984', '1984'],
    ['0800', '0800'],
    ['1984-11', '1984-11'],
    ['198411', '1984-11'],
    ['1984/11', '1984-11'],
    // offsets and zones
    ['2021-05-06 07:08 GMT+7', '2021-05-06T00:08:00Z'],
    ['2021-05-06 07:08:09 UTC-3:30', '2021-05-06T10:38:09Z'],
    ['Thu, 06 May 2021 07:08:09 EDT', '2021-05-06T11:08:09Z'],
    ['Thu, 06 May 2021 07:08:09 JST', '2021-05-05T22:08:09Z'],
    ['Thu, 6 May 21 07:08 UT', '2021-05-06T07:08:00Z'],
    ['Thursday, 06-May-99 07:08:09 GMT', '1999-05-06T07:08:09Z'],
    ['2021-05-06 07:08 Asia/Kathmandu', '2021-05-06T01:23:00Z'],
    ['2021-01-06 07:08 America/New_York', '2021-01-06T12:08:00Z'],
    ['2021-05-06T07:08:00+02:00[Europe/Paris]', '2021-05-06T05:08:00Z'],
    ['2021-05-06 07:08:09.5 +0000 UTC', '2021-05-06T07:08:09.500Z'],
    // what programs print
    ['Thu May  6 07:08:09 CEST 2021', '2021-05-06T05:08:09Z'],
    ['Thu May 6 07:08:09 2021', '2021-05-06T07:08:09~'],
    ['Thu May 06 2021 07:08:09 GMT+0800 (Singapore Standard Time)', '2021-05-05T23:08:09Z'],
    ['2021-05-06 07:08:09 2021 -0800', '2021-05-06T15:08:09Z'],
    ['1620284889', '2021-05-06T07:08:09Z'],
    ['1620284889000', '2021-05-06T07:08:09Z'],
    ['-14182940', '1969-07-20T20:17:40Z'],
    ['-14182940000000', '1520-07-24T14:26:40Z'],
    ['1620284889.25', '2021-05-06T07:08:09.250Z'],
    ['Thu, 6 May 21 07:08 +0900', '2021-05-05T22:08:00Z'],
    ['6 May 99 07:08 -0130', '1999-05-06T08:38:00Z'],
    ['May-06-2021', '2021-05-06'],
    // what stands before it
    ['發布於 2021-05-06 07:08', '2021-05-06T07:08:00~'],
    ['更新：2021-05-06 07:08', '2021-05-06T07:08:00~'],
    ['발행일 2021.05.06. 오전 7:08', '2021-05-06T07:08:00~'],
    ['Published: May 6, 2021', '2021-05-06'],
    ['北京时间 2021-05-06 07:08', '2021-05-06?'],
    ['6 de mayo del 2021', '2021-05-06'],
    ['Thu May 06 07:08:09 GMT+02:00 2021', '2021-05-06T05:08:09Z'],
    ['2021-05-06 07:08 (GMT+8)', '2021-05-05T23:08:00Z'],
    ['2021-05-06T07:08:09Z[UTC]', '2021-05-06T07:08:09Z'],
    // zones of North America as papers print them, by the season
    ['May 6, 2021 7:08 a.m. ET', '2021-05-06T11:08:00Z'],
    ['2021-01-06 07:08 PT', '2021-01-06T15:08:00Z'],
    ['2021-01-06 07:08 Central Time', '2021-01-06T13:08:00Z'],
    ['May 6, 2021, 7:08 PM Eastern Daylight Time', '2021-05-06T23:08:00Z'],
    // years of other calendars whose months are ours
    ['令和3年5月6日', '2021-05-06'],
    ['平成元年5月6日 07:08', '1989-05-06T07:08:00~'],
    ['昭和39/10/10', '1964-10-10'],
    ['中華民國110年5月6日', '2021-05-06'],
    ['民國100年', '2011'],
    ['6 พฤษภาคม 2564', '2021-05-06'],
    ['6 พฤษภาคม พ.ศ. 2564', '2021-05-06'],
    ['6 พฤษภาคม ค.ศ. 2021', '2021-05-06'],
    // dashes of word processors, months in words of other languages, the year first
    ['2021–05–06 07:08', '2021-05-06T07:08:00~'],
    ['2021 May 06', '2021-05-06'],
    ['2021 September 6, 07:08', '2021-09-06T07:08:00~'],
    ['6 Mayıs 2021', '2021-05-06'],
    ['6. září 2021', '2021-09-06'],
    ['6 Σεπτεμβρίου 2021', '2021-09-06'],
    ['6 травня 2021 р., 07:08', '2021-05-06T07:08:00~'],
    ['6 мая 2021 г. в 07:08', '2021-05-06T07:08:00~'],
    ['6 أغسطس 2021', '2021-08-06'],
    ['6 Agustus 2021', '2021-08-06'],
    ['6 tháng 5 năm 2021', '2021-05-06'],
    ['6. mája 2021', '2021-05-06'],
    ['6 май 2021 г.', '2021-05-06'],
    ['2021 m. gegužės 6 d.', '2021-05-06'],
    ['2021. gada 6. maijs', '2021-05-06'],
    ['6 במאי 2021', '2021-05-06'],
    ['6 أيار 2021', '2021-05-06'],
    ['6 février 2021', '2021-02-06'],
    // weeks
    ['2021-W18-4', '2021-05-06'],
    ['2021W184', '2021-05-06'],
    ['2020-W53-5T07:08Z', '2021-01-01T07:08:00Z'],
    ['2021-W19', '2021-05?'],
    ['2021-W22', '2021?'],
    ['2021-W53-1', '2021?'],
    // times with a point, an h or the sign of the day before them
    ['2021-05-06 15.45', '2021-05-06T15:45:00~'],
    ['6. Mai 2021, 15.45 Uhr', '2021-05-06T15:45:00~'],
    ['6. mai 2021 kl. 15.45', '2021-05-06T15:45:00~'],
    ['May 6, 2021 at 7.08 PM', '2021-05-06T19:08:00~'],
    ['6. Mai 2021 um 15 Uhr', '2021-05-06T15:00:00~'],
    ['26/05/2021 15h45', '2021-05-26T15:45:00~'],
    ['6 de maio de 2021 às 15h45min', '2021-05-06T15:45:00~'],
    ['jeudi 6 mai 2021 à 15 h 45', '2021-05-06T15:45:00~'],
    ['2021年05月06日15:45:09', '2021-05-06T15:45:09~'],
    ['2021-05-06T15-45-09Z', '2021-05-06T15:45:09Z'],
    ['2021-05-06-15-45-09', '2021-05-06T15:45:09~'],
    // days of the week and digits of other languages
    ['Do 6. Mai 07:08:09 CEST 2021', '2021-05-06T05:08:09Z'],
    ['quinta-feira, 6 de maio de 2021 às 07:08', '2021-05-06T07:08:00~'],
    ['четверг, 6 мая 2021 г. 07:08', '2021-05-06T07:08:00~'],
    ['2021. május 6.', '2021-05-06'],
    ['٦ مارس ٢٠٢١', '2021-03-06'],
    ['६ मार्च २०२१', '2021-03-06'],
    ['١٤٤٢/٠٩/٢٤', undefined],
    // words
    ['May 6, 2021 at 7:08 PM EST', '2021-05-07T00:08:00Z'],
    ['6th of May 2021', '2021-05-06'],
    ['May 2021', '2021-05'],
    ['6. Mai 2021', '2021-05-06'],
    ['6 de mayo de 2021', '2021-05-06'],
    ['1er août 1914', '1914-08-01'],
    ['6 мая 2021', '2021-05-06'],
    ['2021年5月6日 07:08', '2021-05-06T07:08:00~'],
    ['2021年5月6日 星期四 下午3点8分', '2021-05-06T15:08:00~'],
    ['２０２１年５月６日（木）', '2021-05-06'],
    ['二〇二一年十二月二十六日', '2021-12-26'],
    ['2021년 5월 6일 오전 7:08', '2021-05-06T07:08:00~'],
    ['2021年5月', '2021-05'],
    ['06.05.2021 07:08', '2021-05-06T07:08:00~'],
    ['26/05/2021', '2021-05-26'],
    ['05/26/2021', '2021-05-26'],
    // what can be read in part
    ['2021-05-06 07:08 XYZ', '2021-05-06?'],
    ['2021-05-06 25:08', '2021-05-06?'],
    ['2021-05-06T07:08:09+15:00', '2021-05-06?'],
    ['2021-02-30', '2021-02?'],
    ['2021-13-01T00:00:00Z', '2021?'],
    ['05/06/2021', '2021?'],
    ['circa 1912', '1912?'],
    ['2021-05-06T07:08:09Z, more or less', '2021-05-06T07:08:09Z?'],
    ['9999-12-31T24:00:00Z', '9999-12-31?'],
    // what cannot
    ['', undefined],
    ['last week', undefined],
    ['NaN', undefined],
    ['0000-00-00', undefined],
    ['-1', undefined],
    ['555 9876', undefined],
    ['20', undefined],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test('names the other offsets of a zone whose name places share', () => {
    expect(parseLooseDate('2021-05-06 07:08 CST')).toMatchObject({
      offsetMinutes: -360,
      otherOffsets: [480, -300],
    })
  })

  test('gives both readings of a day that may be either', () => {
    const { readings } = parseLooseDate('03/04/2021') ?? {}
    expect(readings).toEqual(['2021-04-03', '2021-03-04'])
  })

  test('says that a leap second was read as the second before it', () => {
    expect(parseLooseDate('2016-12-31T23:59:60Z')?.isLeapSecond).toBe(true)
  })

  test('any instant from the year 1 on comes back from what JavaScript prints', () => {
    const range = { min: new Date('0001-01-02T00:00:00Z'), max: new Date('9999-12-30T00:00:00Z') }
    assert(
      property(anyDate({ ...range, noInvalidDate: true }), (date) => {
        const whole = new Date(Math.floor(date.getTime() / 1000) * 1000)
        for (const text of [whole.toISOString(), whole.toUTCString()]) {
          const read = parseLooseDate(text)
          expect(read === undefined ? undefined : toWrittenMs(read)).toBe(whole.getTime())
        }
      }),
    )
  })

  test('S20 no text takes long or throws', () => {
    for (const text of ['1', ' ', '2021-', '年', 'Sep ', '10:', '+01', '(', 'a/b']) {
      expect(() => parseLooseDate(text.repeat(100_000))).not.toThrow()
      expect(() => parseLooseDate(text.repeat(Math.floor(120 / text.length)))).not.toThrow()
    }
  })
})
