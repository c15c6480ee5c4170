import { toWeekday } from '#core/time/day.ts'
import { toPeriodDays } from '#core/time/period.ts'
import type { ShadedSquare, Square } from './day-map.tsx'
import type { HeatYear } from './heat-map.ts'

/** A month as a leaf of a calendar: weeks below one another, from Monday to Sunday. */
export interface MonthGrid {
  /** `YYYY-MM`. */
  month: string
  /** Column of the first day. */
  offset: number
  days: Square[]
  shaded: ShadedSquare[]
}

/** Builds the leaf of a month, 1 to 12, of a year. */
export function buildMonthGrid(year: HeatYear, at: number): MonthGrid {
  const month = `${year.year}-${String(at).padStart(2, '0')}`
  const { from, to } = toPeriodDays(month) ?? { from: `${month}-01`, to: `${month}-28` }
  const offset = (toWeekday(from) + 6) % 7
  const shaded = year.cells
    .filter(({ day }) => day.startsWith(month))
    .map(({ day, shade }) => {
      const { x, y } = toSquare(offset, toDate(day))
      return { x, y, shade }
    })
  const days = Array.from({ length: toDate(to) }, (_, date) => toSquare(offset, date + 1))
  return { month, offset, days, shaded }
}

/** The square of a day of the month. */
export function toGridSquare({ offset }: MonthGrid, day: string): Square {
  return toSquare(offset, toDate(day))
}

/** The day at a square; `undefined` where the month has none. */
export function toGridDay(
  { month, offset, days }: MonthGrid,
  { x, y }: Square,
): string | undefined {
  const date = y * 7 + x - offset + 1
  if (date < 1 || date > days.length) return undefined
  return `${month}-${String(date).padStart(2, '0')}`
}

function toSquare(offset: number, date: number): Square {
  const place = offset + date - 1
  return { x: place % 7, y: Math.floor(place / 7) }
}

function toDate(day: string): number {
  return Number(day.slice(8, 10))
}
