/** Numbers that occur more than once. Sorting a typed array is many times as fast as filling a map. */
export function findRepeated(numbers: Float64Array): Set<number> {
  const sorted = numbers.toSorted()
  const repeated = new Set<number>()
  for (let at = 1; at < sorted.length; at++) {
    const number = sorted[at] ?? NaN
    if (number === sorted[at - 1]) repeated.add(number)
  }
  return repeated
}
