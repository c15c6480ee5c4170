import { toDayNumber, toDayOfNumber } from '../time/day.ts'
import { isWholeDay, toFirstDay } from '../time/known-day.ts'
import { binUnits, type BinUnit } from './bin-unit.ts'
import type { TimelineDay } from './calendar.ts'

/** The posts of one year (`YYYY`), month (`YYYY-MM`) or day (`YYYY-MM-DD`). */
export interface PeriodBin {
  period: string
  /** How many posts. */
  count: number
}

/** The posts of a list by period, oldest first. */
export interface PeriodBins {
  unit: BinUnit
  bins: PeriodBin[]
  /** Posts without a date, or of which the period is not known. */
  outside: number
}

/** More bars than this cannot be told from each other. */
export const mostBins = 400

/** With fewer days than this between the first post and the last, days say more than months; then months than years. */
const fewestDays = { month: 92, year: 365 * 8 } as const

const lengths = { year: 4, month: 7, day: 10 } as const

/** The unit that shows a list best. */
export function toFittingUnit(days: readonly TimelineDay[]): BinUnit {
  const span = toSpan(days)
  if (span < fewestDays.month) return 'day'
  return span < fewestDays.year ? 'month' : 'year'
}

/** The units that a list can be shown by: years, and what gives no more bars than `mostBins`. */
export function listFittingUnits(days: readonly TimelineDay[]): BinUnit[] {
  const span = toSpan(days)
  return binUnits.filter(
    (unit) => unit === 'year' || span / (unit === 'month' ? 28 : 1) + 2 <= mostBins,
  )
}

/**
 * Counts the posts of a list by period. Periods without posts are there too, so that equal widths are equal times, unless
 * there were more than `mostBins`: a wrong date may be thousands of years away.
 */
export function toPeriodBins(days: readonly TimelineDay[], unit: BinUnit): PeriodBins {
  const filled: PeriodBin[] = []
  let outside = 0
  for (const { day, start, end } of days) {
    const period = day?.slice(0, lengths[unit])
    if (period?.length !== lengths[unit]) {
      outside += end - start
      continue
    }
    const last = filled.at(-1)
    if (last?.period === period) last.count += end - start
    else filled.push({ period, count: end - start })
  }
  return { unit, bins: fillGaps(filled), outside }
}

function fillGaps(filled: readonly PeriodBin[]): PeriodBin[] {
  const bins: PeriodBin[] = []
  for (const bin of filled) {
    const before = bins.at(-1)?.period
    for (let next = before && toNextPeriod(before); next !== undefined && next < bin.period;) {
      bins.push({ period: next, count: 0 })
      if (bins.length > mostBins) return [...filled]
      next = toNextPeriod(next)
    }
    bins.push(bin)
  }
  return bins.length > mostBins ? [...filled] : bins
}

function toNextPeriod(period: string): string | undefined {
  if (isWholeDay(period)) return toDayOfNumber(toDayNumber(period) + 1)
  const [year = 0, month] = period.split('-').map(Number)
  const isYearEnd = month === undefined || month === 12
  const toYear = String(year + (isYearEnd ? 1 : 0)).padStart(4, '0')
  if (month === undefined) return toYear
  return `${toYear}-${String((month % 12) + 1).padStart(2, '0')}`
}

/** Days between the first post and the last of a known day, month or year. */
function toSpan(days: readonly TimelineDay[]): number {
  const dated = days.filter(({ day }) => day !== undefined)
  const [first, last] = [dated[0]?.day, dated.at(-1)?.day]
  if (first === undefined || last === undefined) return 0
  return toDayNumber(toFirstDay(last)) - toDayNumber(toFirstDay(first))
}
