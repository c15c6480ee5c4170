import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toDayNumber, toDayOfNumber } from '../time/day.ts'
import { toFirstDay } from '../time/known-day.ts'
import { toPeriodDays } from '../time/period.ts'
import { dayMs, listDayChanges } from '../time/zone-days.ts'
import { countYears, selectDays, toCalendarDay, toTimelineDays, type Calendar } from './calendar.ts'
import { toSourceCalendar, toZoneCalendar, type PostTimes } from './clock-calendar.ts'
import { toPlaceSelection } from './places.ts'
import { listSelection, ordinalAt, rangeSelection, toOrdinals } from './selection.ts'

/** A post with an instant, in milliseconds, with only a day, month or year, or without any. */
type Dated = { ms: number } | { day: string } | undefined

const formats = new Map<string, Intl.DateTimeFormat>()

function toIntlDay(ms: number, timeZone: string): string {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone })
  formats.set(timeZone, format)
  return format.format(ms)
}

function toDayOf(post: Dated, timeZone: string): string | undefined {
  if (post === undefined) return undefined
  return 'day' in post ? post.day : toIntlDay(post.ms, timeZone)
}

function toMs(post: { ms: number } | { day: string }): number {
  return 'day' in post ? toDayNumber(toFirstDay(post.day)) * dayMs : post.ms
}

function countKnown(post: { ms: number } | { day: string }): number {
  return 'day' in post ? post.day.length : 10
}

/** Posts in the order of an archive in UTC: a day alone counts as its first moment, a month or year comes before that. */
function order(posts: readonly Dated[]): Dated[] {
  const dated = posts.filter((post) => post !== undefined)
  const undated = posts.filter((post) => post === undefined)
  // Not together: sorting puts what is undefined last, whatever the comparator says.
  return [
    ...undated,
    ...dated.toSorted((a, b) => toMs(a) - toMs(b) || countKnown(a) - countKnown(b)),
  ]
}

function toArchive(posts: readonly Dated[]): Calendar {
  const days: Calendar['days'] = []
  for (const [at, post] of posts.entries()) {
    const day = toDayOf(post, 'UTC')
    const last = days.at(-1)
    if (last !== undefined && last.day === day) last.end = at + 1
    else days.push({ ...(day === undefined ? {} : { day }), start: at, end: at + 1 })
  }
  return { timeZone: 'UTC', days }
}

/** Instants to the minute, as the column gives them. */
function toTimes(posts: readonly Dated[], start: number, end: number): PostTimes {
  let last = 0
  const own = posts.slice(start, end)
  const times = own.map((post) => {
    if (post === undefined) return last
    last = 'day' in post ? toMs(post) : Math.floor(post.ms / 60_000) * 60_000
    return last
  })
  const dayOnly = own.flatMap((post, at) =>
    post !== undefined && 'day' in post ? [start + at] : [],
  )
  return { start, times: Float64Array.from(times), dayOnly: Uint32Array.from(dayOnly) }
}

function toCalendar(posts: readonly Dated[], timeZone: string, cuts: number[] = [0]): Calendar {
  const parts = cuts.map((start, at) => toTimes(posts, start, cuts[at + 1] ?? posts.length))
  const times = parts.flatMap((part) => [...part.times])
  const changes = listDayChanges(timeZone, Math.min(...times), Math.max(...times) + 1)
  return toZoneCalendar(toArchive(posts), timeZone, { parts, changes })
}

const zones = Intl.supportedValuesOf('timeZone')
/** Close to days of 23 and 25 hours, to the date line's moves, and anywhere. */
const middles = fc.oneof(
  fc
    .constantFrom(
      '1972-01-07T00:44:30Z',
      '1994-12-31T10:00:00Z',
      '2010-11-07T02:31:00Z',
      '2011-12-30T10:00:00Z',
      '2018-11-04T03:00:00Z',
      '2021-03-28T01:00:00Z',
      '2021-11-07T06:00:00Z',
    )
    .map((instant) => Date.parse(instant)),
  fc.integer({ min: Date.UTC(1972, 1), max: Date.UTC(2037, 0) }),
)
const archives = middles
  .chain((middle) => {
    const instant = fc
      .tuple(fc.integer({ min: -40 * 60, max: 40 * 60 }), fc.nat(59_999))
      .map(([minutes, ms]) => ({ ms: middle + minutes * 60_000 + ms }))
    const day = fc
      .tuple(fc.integer({ min: -2, max: 2 }), fc.constantFrom(4, 7, 10, 10))
      .map(([days, known]) => ({
        day: toDayOfNumber(Math.floor(middle / dayMs) + days).slice(0, known),
      }))
    const post = fc.oneof(
      { weight: 8, arbitrary: instant },
      { weight: 2, arbitrary: day },
      fc.constant(undefined),
    )
    return fc.array(post, { minLength: 1, maxLength: 30 })
  })
  .map(order)

test('a day of any zone has the posts that Intl says', () => {
  fc.assert(
    fc.property(archives, fc.constantFrom(...zones), fc.nat(29), (posts, timeZone, cut) => {
      const middle = Math.min(cut, posts.length - 1)
      const calendar = toCalendar(posts, timeZone, middle === 0 ? [0] : [0, middle])
      const said = posts.map((post) => toDayOf(post, timeZone))
      for (const day of new Set(said)) {
        if (day === undefined) continue
        const own = [...said.keys()].filter((at) => said[at]?.startsWith(day) === true)
        expect([...toOrdinals(selectDays(calendar, toPeriodDays(day) ?? {}))]).toEqual(own)
        for (const at of own) expect(toCalendarDay(calendar, at)?.day).toBe(said[at])
      }
      const inOrder = calendar.days.map(({ day }) => day ?? '')
      expect(inOrder).toEqual([...new Set(inOrder)].toSorted())
    }),
  )
})

test('the days of a list have its posts of that day, oldest first', () => {
  fc.assert(
    fc.property(archives, fc.constantFrom(...zones), (posts, timeZone) => {
      const calendar = toCalendar(posts, timeZone)
      const listed = listSelection(Uint32Array.from(posts.keys()).filter((at) => at % 3 !== 0))
      const places = toPlaceSelection(calendar.places, listed)
      const shown = toTimelineDays(calendar, listed).map(({ day, start, end }) => {
        const own: number[] = []
        for (let at = start; at < end; at++) {
          const place = ordinalAt(places, at) ?? -1
          own.push(calendar.places?.ordinals[place] ?? place)
        }
        return [day, own]
      })
      const said = new Map<string | undefined, number[]>()
      for (const at of toOrdinals(listed)) {
        const day = toDayOf(posts[at], timeZone)
        said.set(day, [...(said.get(day) ?? []), at])
      }
      expect(shown).toEqual([...said].toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)))
    }),
  )
})

describe('a clock of a zone', () => {
  const posts = order([
    undefined,
    { ms: Date.parse('2020-12-31T15:00:00Z') },
    { ms: Date.parse('2020-12-31T17:00:00Z') },
    { day: '2021-01-01' },
    { ms: Date.parse('2021-01-01T03:00:00Z') },
  ])

  test('moves posts to the day and year they have there', () => {
    expect(toCalendar(posts, 'Asia/Shanghai').days).toEqual([
      { start: 0, end: 1 },
      { day: '2020-12-31', start: 1, end: 2 },
      { day: '2021-01-01', start: 2, end: 5 },
    ])
    expect(countYears(toCalendar(posts, 'Asia/Shanghai'), rangeSelection(0, 5))).toEqual([
      { year: '2020', count: 1 },
      { year: '2021', count: 3 },
    ])
  })

  test('leaves a day without a time on its day, though later posts come before it', () => {
    const calendar = toCalendar(posts, 'America/New_York')
    expect(calendar.days).toEqual([
      { start: 0, end: 1 },
      { day: '2020-12-31', start: 1, end: 4 },
      { day: '2021-01-01', start: 4, end: 5 },
    ])
    expect(calendar.places?.ordinals).toEqual(Uint32Array.of(0, 1, 2, 4, 3))
  })

  test('leaves posts whose times are not at hand on the archive’s days', () => {
    const changes = listDayChanges('Asia/Shanghai', Date.UTC(2020, 0), Date.UTC(2022, 0))
    const parts = [toTimes(posts, 4, 5)]
    expect(toZoneCalendar(toArchive(posts), 'Asia/Shanghai', { parts, changes }).days).toEqual([
      { start: 0, end: 1 },
      { day: '2020-12-31', start: 1, end: 3 },
      { day: '2021-01-01', start: 3, end: 5 },
    ])
  })
})

describe('the sources’ own clock', () => {
  const posts = order([
    { ms: Date.parse('2020-08-30T10:00:00Z') },
    { ms: Date.parse('2020-08-30T17:00:00Z') },
    { ms: Date.parse('2020-08-30T18:00:00Z') },
    { ms: Date.parse('2020-08-31T01:00:00Z') },
  ])
  const calendar = toSourceCalendar(toArchive(posts), 'source', [
    { ordinals: Uint32Array.of(1), shifts: Int32Array.of(1) },
    { ordinals: Uint32Array.of(3), shifts: Int32Array.of(-2) },
  ])

  test('gives each post the day of its source, whatever the days around it', () => {
    expect(calendar.days).toEqual([
      { day: '2020-08-29', start: 0, end: 1 },
      { day: '2020-08-30', start: 1, end: 3 },
      { day: '2020-08-31', start: 3, end: 4 },
    ])
    expect(selectDays(calendar, { to: '2020-08-29' })).toEqual(rangeSelection(3, 4))
    expect(selectDays(calendar, { from: '2020-08-30', to: '2020-08-30' })).toEqual(
      listSelection(Uint32Array.of(0, 2)),
    )
  })
})
