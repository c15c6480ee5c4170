import type { TimelineDay } from '#core/calendar.ts'
import type { TimelineSort } from '#core/timeline-filter.ts'

/** How many shades there are besides "nothing". */
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
  /** Days with posts, in order of time. */
  cells: HeatCell[]
}

/** Posts a day over the years of a list. */
export interface HeatMap {
  /** Years with posts, newest first. */
  years: HeatYear[]
  /** Least number of posts that each shade stands for, ascending; equal neighbours leave a shade unused. */
  thresholds: number[]
  undated: number
}

const dayMs = 86_400_000

/** Draws up the map of a list; `days` are its days, oldest first. */
export function buildHeatMap(days: readonly TimelineDay[]): HeatMap {
  const thresholds = toThresholds(days.filter(({ day }) => day !== undefined).map(toCount))
  const years = new Map<string, HeatYear>()
  let undated = 0
  for (const entry of days) {
    const count = toCount(entry)
    if (entry.day === undefined) {
      undated += count
      continue
    }
    const name = entry.day.slice(0, 4)
    const year: HeatYear = years.get(name) ?? {
      year: name,
      count: 0,
      months: Array.from({ length: 12 }, () => 0),
      cells: [],
    }
    years.set(name, year)
    const month = Number(entry.day.slice(5, 7)) - 1
    year.count += count
    year.months[month] = (year.months[month] ?? 0) + count
    year.cells.push({
      day: entry.day,
      count,
      ...toCellPlace(entry.day),
      shade: toShade(thresholds, count),
    })
  }
  return { years: [...years.values()].toReversed(), thresholds, undated }
}

/** Column and row of a day in the map of its year. */
export function toCellPlace(day: string): { week: number; weekday: number } {
  const time = Date.parse(`${day}T00:00:00Z`)
  const first = Date.parse(`${day.slice(0, 4)}-01-01T00:00:00Z`)
  const offset = toWeekdayNumber(first)
  const number = offset + (time - first) / dayMs
  return { week: Math.floor(number / 7), weekday: number % 7 }
}

/** The day at a column and row of a year's map; `undefined` outside the year. */
export function toCellDay(year: string, week: number, weekday: number): string | undefined {
  const first = Date.parse(`${year}-01-01T00:00:00Z`)
  const time = first + (week * 7 + weekday - toWeekdayNumber(first)) * dayMs
  const day = new Date(time).toISOString().slice(0, 10)
  return day.startsWith(`${year}-`) ? day : undefined
}

/** The day that a list meets first of a year (`YYYY`), a month (`YYYY-MM`) or a day; it need not exist to be jumped to. */
export function toFirstDay(period: string, sort: TimelineSort): string {
  return period + (sort === 'newest' ? '-12-31' : '-01-01').slice(period.length - 4)
}

function toWeekdayNumber(time: number): number {
  return (new Date(time).getUTCDay() + 6) % 7
}

function toCount({ start, end }: TimelineDay): number {
  return end - start
}

// Shades of equal numbers of days: a few crowded days would make all others look empty.
function toThresholds(counts: number[]): number[] {
  const sorted = counts.toSorted((a, b) => a - b)
  return Array.from(
    { length: shades },
    (_, at) => sorted[Math.floor((at / shades) * sorted.length)] ?? 1,
  )
}

function toShade(thresholds: readonly number[], count: number): number {
  return Math.max(1, thresholds.findLastIndex((least) => count >= least) + 1)
}
