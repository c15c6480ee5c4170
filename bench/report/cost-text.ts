import { medianOf } from '../measure/median.ts'
import type { ProcessCost } from '../measure/run-process.ts'
import { format } from './figure-row.ts'

/** Median time on the clock, in milliseconds. */
export function toWall(costs: readonly ProcessCost[]): number {
  return medianOf(costs.map(({ wallMs }) => wallMs))
}

/** Largest peak of all runs, in megabytes. */
export function toPeak(costs: readonly ProcessCost[]): number {
  return Math.max(...costs.map(({ peakBytes }) => peakBytes)) / 1e6
}

/** Time and processor time as the report says them. */
export function toCostText(costs: readonly ProcessCost[]): string {
  const cpuMs = medianOf(costs.map((cost) => cost.cpuMs))
  const runs = costs.length === 1 ? '1 run' : `median of ${costs.length}`
  return `${format(toWall(costs) / 1000)} s (processor ${format(cpuMs / 1000)} s, ${runs})`
}
