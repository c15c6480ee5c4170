import { medianOf } from '../measure/median.ts'
import { quantileOf } from '../measure/quantile.ts'
import type { MedianAndP95 } from '../report/results.ts'

/** What the report says of many values. */
export function toMedianAndP95(values: readonly number[]): MedianAndP95 {
  return { median: medianOf(values), p95: quantileOf(values, 0.95) }
}
