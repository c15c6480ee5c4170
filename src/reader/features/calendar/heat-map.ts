import type { TimelineDay } from '#core/selection/calendar.ts'
import { toUtcMs } from '#core/time/day.ts'
import { isWholeDay } from '#core/time/known-day.ts'

/** Number of shades, not counting the one for no posts. */
export const shades = 4

/** A day with posts in the map of its year. */
export interface HeatCell {
  /** `YYYY-MM-DD`. */
  day: string
  count: number
  /** Column: weeks since the one that holds 1 January. */
  week: number
  /** Row: 0 = Monday. */
  weekday: number
  /** 1 to `shades`. */
  shade: number
}

/** One year of the map. */
export interface HeatYear {
  /** `YYYY`. */
  year: string
  count: number
  /** Posts of each month, January first. */
  months: number[]
  /** Posts of which no more is known than the month or the year: they are in no cell. */
  withoutDay: number
  /** Days with posts, oldest first. */
  cells: HeatCell[]
}

/** Posts per day over the years of a list. */
export interface HeatMap {
  /** Years with posts, newest first. */
  years: HeatYear[]
  /** Fewest posts of a day in each shade, ascending; when two neighbours are equal, the first shade is unused. */
  thresholds: number[]
  undated: number
}

const dayMs = 86_400_000

/** Cache of heat maps by the list of days. */
const knownMaps = new WeakMap<readonly TimelineDay[], HeatMap>()

/** Builds the heat map of a list; `days` are its days, oldest first. Memoized by list. */
export function buildHeatMap(days: readonly TimelineDay[]): HeatMap {
  const known = knownMaps.get(days)
  if (known !== undefined) return known
  const map = drawUp(days)
  knownMaps.set(days, map)
  return map
}

function drawUp(days: readonly TimelineDay[]): HeatMap {
  const thresholds = toThresholds(
    days.filter(({ day }) => day !== undefined && isWholeDay(day)).map(toCount),
  )
  const years: HeatYear[] = []
  let undated = 0
  let places: YearPlaces | undefined
  let year: HeatYear | undefined
  for (const entry of days) {
    const { day } = entry
    const count = toCount(entry)
    if (day === undefined) {
      undated += count
      continue
    }
    if (year === undefined || places === undefined || !day.startsWith(year.year)) {
      const months = Array.from({ length: 12 }, () => 0)
      year = { year: day.slice(0, 4), count: 0, months, withoutDay: 0, cells: [] }
      places = new YearPlaces(year.year)
      years.push(year)
    }
    year.count += count
    if (!isWholeDay(day)) year.withoutDay += count
    if (day.length === 4) continue
    const month = Number(day.slice(5, 7)) - 1
    year.months[month] = (year.months[month] ?? 0) + count
    if (!isWholeDay(day)) continue
    const { week, weekday } = places.placeOf(month, Number(day.slice(8, 10)))
    year.cells.push({ day, count, week, weekday, shade: toShade(thresholds, count) })
  }
  return { years: years.reverse(), thresholds, undated }
}

/** Column and row of a day. */
export type CellPlace = Pick<HeatCell, 'week' | 'weekday'>

/** Positions of a year's days in its map, computed from day numbers: a `Date` for each would take most of the time. */
class YearPlaces {
  /** Row of 1 January. */
  readonly #offset: number
  /** Days of the year before each month, and of the whole year at the end. */
  readonly #before: readonly number[]

  constructor(year: string) {
    const first = toUtcMs(Number(year), 1, 1)
    this.#offset = toWeekdayNumber(first)
    this.#before = Array.from(
      { length: 13 },
      (_, month) => (toUtcMs(Number(year), month + 1, 1) - first) / dayMs,
    )
  }

  /** `month` from 0, `date` from 1. */
  placeOf(month: number, date: number): CellPlace {
    return this.#toPlace((this.#before[month] ?? 0) + date - 1)
  }

  /** All days of the year, in order. */
  list(): CellPlace[] {
    return Array.from({ length: this.#before[12] ?? 0 }, (_, at) => this.#toPlace(at))
  }

  #toPlace(dayOfYear: number): CellPlace {
    const number = this.#offset + dayOfYear
    return { week: Math.floor(number / 7), weekday: number % 7 }
  }
}

/** Columns and rows of all days of a year, `YYYY`. */
export function listYearPlaces(year: string): CellPlace[] {
  return new YearPlaces(year).list()
}

/** Column and row of a day in the map of its year. */
export function toCellPlace(day: string): CellPlace {
  const places = new YearPlaces(day.slice(0, 4))
  return places.placeOf(Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)))
}

/** The day at a column and row of a year's map; `undefined` outside the year. */
export function toCellDay(year: string, week: number, weekday: number): string | undefined {
  const first = Date.parse(`${year}-01-01T00:00:00Z`)
  const time = first + (week * 7 + weekday - toWeekdayNumber(first)) * dayMs
  const day = new Date(time).toISOString().slice(0, 10)
  return day.startsWith(`${year}-`) ? day : undefined
}

function toWeekdayNumber(time: number): number {
  return (new Date(time).getUTCDay() + 6) % 7
}

function toCount({ start, end }: TimelineDay): number {
  return end - start
}

// Quantiles, because on a linear scale a few crowded days would make all the others look empty.
function toThresholds(counts: number[]): number[] {
  const sorted = [...counts].sort((a, b) => a - b)
  return Array.from(
    { length: shades },
    (_, at) => sorted[Math.floor((at / shades) * sorted.length)] ?? 1,
  )
}

function toShade(thresholds: readonly number[], count: number): number {
  return Math.max(1, thresholds.findLastIndex((least) => count >= least) + 1)
}
