import { toDayStartMs } from '#core/time/day.ts'

const dayMs = 86_400_000

/** Days that a key moves by: weeks stand beside one another, days below. */
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  ArrowRight: 7,
  ArrowLeft: -7,
  PageDown: 28,
  PageUp: -28,
}

/** The day that a key leads to; `undefined` for other keys. */
export function stepDay(day: string, key: string): string | undefined {
  if (key === 'Home') return `${day.slice(0, 4)}-01-01`
  if (key === 'End') return `${day.slice(0, 4)}-12-31`
  const days = Object.hasOwn(steps, key) ? steps[key] : undefined
  return days === undefined ? undefined : toDayOfMs(toDayStartMs(day) + days * dayMs)
}

/** Number of a day in its year, from 1. */
export function toPlaceInYear(day: string): number {
  return (toDayStartMs(day) - toDayStartMs(`${day.slice(0, 4)}-01-01`)) / dayMs + 1
}

/** The day of a number in a year; its last day beyond that. */
export function toDayInYear(year: string, number: number): string {
  const day = toDayOfMs(toDayStartMs(`${year}-01-01`) + (number - 1) * dayMs)
  return day.startsWith(year) ? day : `${year}-12-31`
}

function toDayOfMs(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
