/** The middle value, or the mean of the two middle ones; NaN of nothing. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN
  return (lower + upper) / 2
}

/** The median, and the smallest value that at least 95 % of all values do not exceed. */
export function toMedianAndP95(values: readonly number[]): [median: number, p95: number] {
  const sorted = values.toSorted((a, b) => a - b)
  return [medianOf(values), sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN]
}
