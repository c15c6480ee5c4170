/** One line of a report. */
export interface FigureRow {
  what: string
  measured: string
  /** Empty where the project has set itself none. */
  target: string
  /** Absent without a target. */
  isMet?: boolean
}

/** A figure without a target. */
export function row(what: string, measured: string): FigureRow {
  return { what, measured, target: '' }
}

/** A figure that is to stay at or below a bound. */
export function bounded(
  what: string,
  { value, most, unit }: { value: number; most: number; unit: string },
): FigureRow {
  const suffix = unit === '' ? '' : ` ${unit}`
  return {
    what,
    measured: `${format(value)}${suffix}`,
    target: `<= ${format(most)}${suffix}`,
    isMet: value <= most,
  }
}

/** Two figures of the same kind, each with its bound: median and p95. */
export function boundedPair(
  what: string,
  { values, most, unit }: { values: Pair; most: Pair; unit: string },
): FigureRow {
  return {
    what,
    measured: `${format(values[0])} / ${format(values[1])} ${unit}`,
    target: `<= ${format(most[0])} / ${format(most[1])} ${unit}`,
    isMet: values[0] <= most[0] && values[1] <= most[1],
  }
}

export type Pair = readonly [number, number]

/** Two digits, or whole numbers from 100 on. */
export function format(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en')
  return String(Number(value.toPrecision(2)))
}
