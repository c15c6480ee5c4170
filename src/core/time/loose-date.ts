import { parseDateText, type WrittenDate } from './date-text.ts'
import { toDay, toDayNumber, toDayOfNumber } from './day.ts'
import { findClock, type FoundClock } from './loose-clock.ts'
import { findLooseDay, type FoundDay } from './loose-day.ts'
import { toCommonEra } from './other-years.ts'
import { isWeekdayName } from './weekday-name.ts'
import { findZone, toZoneMinutes } from './zone-name.ts'

/** A date of which as much was read as could be. */
export interface LooseDate extends WrittenDate {
  /** What is known: with `month` and `year` the day is the first of that month or year. */
  precision: 'day' | 'month' | 'year'
  /** Both readings of a day like `03/04/2021`, each `YYYY-MM-DD`. */
  readings?: readonly string[]
  /** Other offsets that the written name of the zone stands for, in minutes: `CST` is used in three places. */
  otherOffsets?: readonly number[]
  /** Set when a part of the text was not understood, or does not exist. */
  isInPart?: true
  /** Set when the time is a leap second, which is read as the second before it. */
  isLeapSecond?: true
}

const longestText = 120
const otherDigits = /[\u0660-\u0669\u0966-\u096f\u09e6-\u09ef]/
const longestEpochSeconds = 11

/**
 * Parses a date in any form that files commonly hold, and keeps the readable part of others: ISO 8601 in its extended and
 * basic forms, RFC 822, what `date` and JavaScript print, English and East Asian forms, a month or a year alone, and
 * seconds or milliseconds since 1970. Nothing rolls over but `24:00`, which is the next day's midnight. `undefined` when
 * not even a year can be read.
 */
export function parseLooseDate(text: string): LooseDate | undefined {
  const trimmed = text.trim()
  const plain = parseDateText(trimmed)
  if (plain) return { ...plain, precision: 'day' }
  const folded = toFolded(trimmed)
  if (folded.length > longestText) return undefined
  const read = parseDigits(folded) ?? parseWords(folded)
  // In Arabic digits such a year is one of the Islamic calendar.
  return otherDigits.test(trimmed) && read !== undefined && read.day < '1700' ? undefined : read
}

function toFolded(text: string): string {
  return (
    toCommonEra(text.normalize('NFKC'))
      .replace(/["'\u2018\u2019\u201c\u201d\0]/g, (sign) => (sign === "'" ? "'" : ''))
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(new RegExp(otherDigits, 'g'), toAsciiDigit)
      // Lithuanian: `2021 m. kovo 4 d.`
      .replace(/\b(\d{4}) m\. /, '$1 ')
      .replace(/\s+/g, ' ')
      .trim()
  )
}

/** Digits of Arabic, Devanagari and Bengali. */
function toAsciiDigit(sign: string): string {
  const code = sign.charCodeAt(0)
  return String(code - (code < 0x0900 ? 0x0660 : code < 0x0980 ? 0x0966 : 0x09e6))
}

/** Reads what has only digits: `20210304`, `202103041020`, seconds or milliseconds since 1970. */
function parseDigits(text: string): LooseDate | undefined {
  const basic =
    /^(\d{4})-?(\d{2})-?(\d{2})[T ]?(\d{2})(\d{2})(\d{2})?(?:[.,]\d{1,9})?([^\d].*)?$/i.exec(text)
  if (basic) {
    const [, year, month, day, hour, minute, second, zone = ''] = basic
    const colons = `${year}-${month}-${day} ${hour}:${minute}:${second ?? '00'} ${zone}`
    // A number of twelve digits may be milliseconds as well; a real day and time are hardly ever chance.
    const isReal = Number(year) >= 1900 && Number(year) <= 2100
    const read = isReal || /\D/.test(text) ? parseWords(colons) : undefined
    if (read?.clockMs !== undefined) return read
  }
  // Seconds may have a fraction, as Python prints them.
  const [, whole = ''] =
    /^(\d{9,16}|\d{9,11}(?=\.\d)|-[1-9]\d{4,15})(?:\.\d{1,9})?$/.exec(text) ?? []
  if (whole === '') return undefined
  const isSeconds = whole.replace('-', '').length <= longestEpochSeconds
  const ms = isSeconds ? Math.floor(Number(text) * 1000) : Number(whole)
  const instant = new Date(ms)
  const year = Number.isNaN(instant.getTime()) ? 0 : instant.getUTCFullYear()
  if (toDay({ year, month: 1, day: 1 }) === undefined) return undefined
  const day = instant.toISOString().slice(0, 10)
  const clockMs = ms - toDayNumber(day) * 86_400_000
  return { day, clockMs, offsetMinutes: 0, hasOwnOffset: false, precision: 'day' }
}

const weekday =
  /(?:星期|周|週|礼拜|禮拜)[日天一二三四五六]|[日月火水木金土]曜日|[월화수목금토일]요일|\([日月火水木金土월화수목금토일]\)/
const connectors =
  /\b(?:at|on|the|of|T|um|uhr|kl|klo|om|ore|alle|pukul|a las|publish(?:ed)?|posted|updated)\b|發[布佈表](?:於|時間|日期)?|发[布表](?:于|时间|日期)?|更新(?:[於于]|[時时][間间]|日[時期]?)?|投稿日時?|公開日時?|입력|등록|수정|작성일|발행일|게시일|(?:^| )(?:à|às|г|года|р|року|в|о|ngày|lúc|d|ใน|วันที่|เวลา)(?=[ .,]|$)|[\0,;:.()<>[\]'年月日號号년월일-]/gi

function parseWords(text: string): LooseDate | undefined {
  const clock = findClock(text)
  const found = findLooseDay(clock?.rest ?? text) ?? findLooseDay(text)
  if (!found) return undefined
  if (found.day === undefined) return toPartOfDay(found, clock)
  const { year, month = 1, day } = found
  const written = toDay({ year, month, day })
  return written === undefined ? undefined : toClocked(written, found, clock)
}

/** Only the month or the year is known; a clock time then says nothing. */
function toPartOfDay(found: FoundDay, clock: FoundClock | undefined): LooseDate | undefined {
  const { year, month, readings, rest, isCut } = found
  const day = toDay({ year, month: month ?? 1, day: 1 })
  if (day === undefined) return undefined
  const isWhole =
    clock === undefined && readings === undefined && isCut !== true && isUnderstood(rest, year)
  return {
    day,
    hasOwnOffset: false,
    precision: month === undefined ? 'year' : 'month',
    ...(readings === undefined ? {} : { readings }),
    ...(isWhole ? {} : { isInPart: true }),
  }
}

function toClocked(day: string, found: FoundDay, clock: FoundClock | undefined): LooseDate {
  const onlyDay: LooseDate = { day, hasOwnOffset: false, precision: 'day' }
  const zone = findZone(found.rest)
  const isWhole = isUnderstood(zone?.rest ?? found.rest, found.year)
  const isBadZone = zone?.minutes !== undefined && Number.isNaN(zone.minutes)
  // Words that are not understood may name the zone, and then the clock time means nothing.
  const hasClock = clock?.clockMs !== undefined && !isBadZone && (isWhole || zone !== undefined)
  if (!hasClock) {
    const isDayOnly = clock === undefined && isWhole && zone === undefined
    return isDayOnly ? onlyDay : { ...onlyDay, isInPart: true }
  }
  const { clockMs = 0, isLeapSecond } = clock
  const start = clockMs === 86_400_000 ? toNextDay(day) : day
  if (start === undefined) return { ...onlyDay, isInPart: true }
  const ofDayMs = clockMs % 86_400_000
  const offsetMinutes =
    zone?.place === undefined
      ? zone?.minutes
      : toZoneMinutes(toDayNumber(start) * 86_400_000 + ofDayMs, zone.place)
  return {
    ...onlyDay,
    day: start,
    clockMs: ofDayMs,
    ...(offsetMinutes === undefined ? {} : { offsetMinutes }),
    hasOwnOffset: zone !== undefined && !zone.isUtc,
    ...(zone?.others === undefined ? {} : { otherOffsets: zone.others }),
    ...(isWhole ? {} : { isInPart: true }),
    ...(isLeapSecond === true ? { isLeapSecond } : {}),
  }
}

function toNextDay(day: string): string | undefined {
  return day === '9999-12-31' ? undefined : toDayOfNumber(toDayNumber(day) + 1)
}

/** Whether nothing is left of a text but weekdays, signs and the year once more (`2023-01-29 18:30:22 2023 -0800`). */
function isUnderstood(rest: string, year: number): boolean {
  return (
    rest
      .replace(weekday, '')
      .replace(/\p{L}+(?:-feira)?/gu, (word) => (isWeekdayName(word) ? '' : word))
      .replace(String(year), '')
      .replace(connectors, '')
      .trim() === ''
  )
}
