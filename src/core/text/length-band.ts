/** A range of minutes that articles take to read. */
interface LengthBand {
  /** Its name as a value of the facet `length`. */
  value: string
  /** The least and the most whole minutes, both included. */
  from: number
  to: number
}

/** The ranges that articles are counted and filtered by, the shortest first. Every number of minutes is in one. */
export const lengthBands: readonly LengthBand[] = [
  { value: '0', from: 0, to: 0 },
  { value: '1', from: 1, to: 1 },
  { value: '2-4', from: 2, to: 4 },
  { value: '5-9', from: 5, to: 9 },
  { value: '10-19', from: 10, to: 19 },
  { value: '20+', from: 20, to: Infinity },
]

/** The range of a number of minutes (whole, not negative). */
export function toLengthBand(minutes: number): LengthBand {
  const band = lengthBands.find(({ to }) => minutes <= to)
  if (band === undefined) throw new Error(`${minutes} is no number of minutes`)
  return band
}

/**
 * The values that a typed range of minutes means: `5-9`, `5..9`, `10+`, `10..`, `..4`. None for one that begins or ends
 * within a range, because posts are known by these alone.
 */
export function listLengthValues(typed: string): string[] {
  const text = typed.normalize('NFKC').trim()
  const [, first, sign, last] = /^(\d{1,4})?\s*(-|–|\.\.|\+)?\s*(\d{1,4})?$/.exec(text) ?? []
  if (first === undefined && last === undefined) return []
  if (sign === '+' && last !== undefined) return []
  const from = Number(first ?? 0)
  const to = sign === undefined ? from : Number(last ?? Infinity)
  const isWhole =
    lengthBands.some((band) => band.from === from) && lengthBands.some((band) => band.to === to)
  return isWhole
    ? lengthBands.filter((band) => band.from >= from && band.to <= to).map(({ value }) => value)
    : []
}
