/** Intersection of two ascending lists. */
export function intersectLists(a: Uint32Array, b: Uint32Array): Uint32Array {
  const both = new Uint32Array(Math.min(a.length, b.length))
  let length = 0
  let atA = 0
  let atB = 0
  while (atA < a.length && atB < b.length) {
    const nextA = a[atA] ?? 0
    const nextB = b[atB] ?? 0
    if (nextA === nextB) both[length++] = nextA
    if (nextA <= nextB) atA++
    if (nextB <= nextA) atB++
  }
  return both.subarray(0, length)
}

/** Values of the first ascending list that are missing from the second. */
export function subtractLists(a: Uint32Array, b: Uint32Array): Uint32Array {
  const rest = new Uint32Array(a.length)
  let length = 0
  let atB = 0
  for (const value of a) {
    while (atB < b.length && (b[atB] ?? 0) < value) atB++
    if (atB === b.length || b[atB] !== value) rest[length++] = value
  }
  return rest.subarray(0, length)
}

/** All values that any of the ascending lists holds, below `end`. */
export function uniteLists(lists: readonly Uint32Array[], end: number): Uint32Array {
  const isHeld = new Uint8Array(end)
  let length = 0
  for (const list of lists) {
    for (const value of list) {
      if (isHeld[value] === 0) length++
      isHeld[value] = 1
    }
  }
  const united = new Uint32Array(length)
  let at = 0
  for (let value = 0; at < length; value++) if (isHeld[value] === 1) united[at++] = value
  return united
}

/** The numbers from 0 up to `end`. */
export function listNumbers(end: number): Uint32Array {
  const numbers = new Uint32Array(end)
  for (let at = 0; at < end; at++) numbers[at] = at
  return numbers
}

/** Index of the first value that is not below `value`. */
export function findPlace(list: Uint32Array, value: number, length = list.length): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
