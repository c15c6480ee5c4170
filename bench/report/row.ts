import type { ProcessCost } from '../measure/run-process.ts'
import { medianOf } from '../measure/statistics.ts'

export interface Row {
  what: string
  measured: string
  /** The figures behind the text, for rows that may have a target. */
  values?: readonly number[]
  unit?: string
  /** What the figure is to reach; upper bounds stand in the table of targets. */
  least?: number
  /** Another program's figure beside it. */
  peer?: string | undefined
}

export interface Table {
  /** First cell of its heading. */
  title?: string
  /** Name of the other program of its last column. */
  peer?: string | undefined
  rows: readonly Row[]
}

export function row(what: string, measured: string, peer?: string): Row {
  return { what, measured, peer }
}

/** A figure, or some of a kind. */
export function figure(what: string, value: number | readonly number[], unit = ''): Row {
  const values = [value].flat()
  return { what, measured: toText(values, unit), values, unit }
}

/** A share that is to be 1. Two places, never rounded up: 0.9999 is not 1. */
export function share(what: string, value: number): Row {
  const measured = (Math.floor(value * 100 + 1e-9) / 100).toFixed(2)
  return { what, measured, values: [value], least: 1 }
}

export function toText(values: readonly number[], unit: string): string {
  return `${values.map(format).join(' / ')} ${unit}`.trim()
}

const twoDigits = new Intl.NumberFormat('en', {
  maximumSignificantDigits: 2,
  maximumFractionDigits: 0,
  roundingPriority: 'morePrecision',
})

/** Two digits, or whole numbers from 100 on. */
export function format(value: number): string {
  return twoDigits.format(value)
}

/** Median wall-clock time in milliseconds. */
export function toWall(costs: readonly ProcessCost[]): number {
  return medianOf(costs.map(({ wallMs }) => wallMs))
}

export function toPeak(costs: readonly ProcessCost[]): number {
  return Math.max(...costs.map(({ peakBytes }) => peakBytes)) / 1e6
}

export function toCostText(costs: readonly ProcessCost[]): string {
  const cpuMs = medianOf(costs.map((cost) => cost.cpuMs))
  const runs = costs.length === 1 ? '1 run' : `median of ${costs.length}`
  return `${format(toWall(costs) / 1000)} s (processor ${format(cpuMs / 1000)} s, ${runs})`
}
