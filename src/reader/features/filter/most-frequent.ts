/** What is known of a value when it is listed. */
export interface CountedValue {
  value: string
  count: number
}

/**
 * The most frequent values, at most `limit`, ties in the order of code units. Among very many values it keeps only the
 * best so far, because sorting a hundred thousand texts would hold up the page.
 */
export function listMostFrequent<Value extends CountedValue>(
  values: Iterable<Value>,
  limit: number,
): Value[] {
  const best: Value[] = []
  for (const value of values) {
    const worst = best[limit - 1]
    if (worst !== undefined && compareValues(worst, value) <= 0) continue
    best.splice(findPlace(best, value), 0, value)
    if (best.length > limit) best.pop()
  }
  return best
}

function compareValues(a: CountedValue, b: CountedValue): number {
  return b.count - a.count || (a.value < b.value ? -1 : 1)
}

/** Where a value belongs in a sorted list. */
function findPlace(sorted: readonly CountedValue[], value: CountedValue): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = sorted[middle]
    if (other !== undefined && compareValues(other, value) < 0) low = middle + 1
    else high = middle
  }
  return low
}
