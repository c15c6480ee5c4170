import type { PeriodBin } from '#core/selection/period-bins.ts'
import { toPeriodDays, type DayRange } from '#core/time/period.ts'

/** First and last bar of a range, from 0; both inside the histogram. */
export interface BarRange {
  first: number
  last: number
}

/** The days from the beginning of one bar to the end of another; `undefined` where there are no bars. */
export function toRangeDays(
  bins: readonly PeriodBin[],
  { first, last }: BarRange,
): DayRange | undefined {
  const from = toPeriodDays(bins[first]?.period ?? '')?.from
  const to = toPeriodDays(bins[last]?.period ?? '')?.to
  return from === undefined || to === undefined ? undefined : { from, to }
}

/** The bars that a range of days reaches into; all of them where both ends are open, `undefined` where it meets none. */
export function toBarRange(
  bins: readonly PeriodBin[],
  { from, to }: { from?: string | undefined; to?: string | undefined },
): BarRange | undefined {
  const inside = bins.flatMap(({ period }, at) => {
    const days = toPeriodDays(period)
    const isIn =
      days !== undefined &&
      (from === undefined || days.to >= from) &&
      (to === undefined || days.from <= to)
    return isIn ? [at] : []
  })
  const [first, last] = [inside[0], inside.at(-1)]
  return first === undefined || last === undefined ? undefined : { first, last }
}

/** The bars between two that were named, in either order. */
export function toOrderedRange(a: number, b: number): BarRange {
  return { first: Math.min(a, b), last: Math.max(a, b) }
}

/** The bar at a part of the width, 0 to 1. */
export function toBarAt(share: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor(share * count)))
}
